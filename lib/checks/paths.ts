import type { Kind, Path } from "@/lib/butane";
import { fieldOf } from "@/lib/preset/origins";
import { isPresent } from "@/lib/preset/sections/files/present";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

/** Where nothing can be written, or nothing stays, with what happens. */
const places: readonly (readonly [RegExp, Kind, string, string])[] = [
  [
    /^\/usr(?:\/|$)/,
    "error",
    "path-read-only",
    "/usr is read-only: Ignition cannot write there and the first boot stops.",
  ],
  [
    /^\/(?:run|tmp)(?:\/|$)/,
    "error",
    "path-volatile",
    "/run and /tmp begin empty on every boot: what Ignition writes there is gone before anything starts.",
  ],
  [
    /^\/(?:proc|sys|dev)(?:\/|$)/,
    "error",
    "path-kernel",
    "/proc, /sys and /dev belong to the kernel: what Ignition writes there is gone before anything starts.",
  ],
];

const instead =
  "Programs belong into an extension or /opt/bin; folders in /run are made by /etc/tmpfiles.d.";
/** On Fedora CoreOS and its kin /usr/local is a link to /var/usrlocal, and programs are put there. */
const elsewhere =
  "Programs belong into /usr/local/bin; folders in /run are made by /etc/tmpfiles.d.";

/** Files, directories and links where they cannot be. */
export const paths: Check = ({ preset, composed }) => {
  const isFlatcar = preset.target.variant === "flatcar";
  return ["files", "directories", "links"].flatMap((list) =>
    entriesOf(composed, ["storage", list]).flatMap(
      ({ value, at }): Finding[] => {
        const path = textAt(value, "path");
        if (!isFlatcar && /^\/usr\/local\/./.test(path)) return [];
        const place = places.find(([pattern]) => pattern.test(path));
        if (!place) return [];
        const [, kind, code, sentence] = place;
        const why = isFlatcar ? instead : elsewhere;
        return [{ kind, code, sentence, why, path: [...at, "path"] }];
      },
    ),
  );
};

/** Where something stands already that Ignition is not told to replace. */
export const overwrite: Check = ({ composed }) =>
  ["files", "links"].flatMap((list) =>
    entriesOf(composed, ["storage", list]).flatMap(
      ({ value, at }): Finding[] => {
        const path = textAt(value, "path");
        const replaces =
          list === "links" ||
          textAt(value, "contents", "inline") !== "" ||
          textAt(value, "contents", "source") !== "";
        if (
          !isPresent(path) ||
          textAt(value, "overwrite") === "true" ||
          !replaces
        )
          return [];
        return [
          {
            kind: "warning",
            code: "overwrite-missing",
            sentence: `${path} is there already on some or all platforms, and without overwrite: true Ignition stops at it.`,
            path: [...at, "path"],
            ...replaceFix(fieldOf(at, composed.origins)),
          },
        ];
      },
    ),
  );

/** A file or link of the form is told to replace what is there. */
function replaceFix(field: Path | undefined): Pick<Finding, "fix"> {
  if (field?.[0] !== "files") return {};
  const path = [...field.slice(0, 3), "overwrite"];
  return { fix: { label: "Replace it", edits: [{ path, value: true }] } };
}
