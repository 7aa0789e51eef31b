import type { Messages } from "./message";

/** Ignition's rules about units. */
export const systemd: Messages = {
  "unit-name-type": {
    says: "The name has to end in a type of unit, such as `.service` or `.timer`.",
  },
  "dropin-name": {
    says: "The name of a drop-in has to end in `.conf`.",
    why: "It would never be read by systemd.",
  },
  "unit-without-install": {
    says: "`{unit}` is enabled, but its `[Install]` section says nothing; add `WantedBy=multi-user.target` or the like.",
    why: "Nothing would start it on boot.",
  },
  "template-without-install": {
    says: "`{unit}` is enabled, but its template `{template}` has no `[Install]` section.",
    why: "Nothing would start it on boot.",
  },
  "unit-section-unclosed": {
    says: "A section's name needs its closing bracket: `[Service]`.",
  },
  "unit-section-garbage": {
    says: "Something stands behind a section's closing bracket; move it to a line of its own.",
  },
  "unit-line-too-long": {
    says: "A line of the unit is longer than 2048 bytes; break it with a backslash.",
  },
  "unit-line-without-equals": { says: "A line of the unit is no `Key=value`." },
  "unit-unfinished-option": {
    says: "The last line of the unit ends before its value.",
  },
};
