import { textAt } from "@/lib/butane";
import { iniText, oneLine, wholeLines } from "../ini";
import type { Items } from "../parts";
import type { Authority } from "./value";

const folder = "/etc/ssl/certs/";

// The image has a unit for it, which does nothing until the script has been run by hand.
const unit = {
  name: "trust-certificates.service",
  enabled: true,
  contents: iniText([
    {
      name: "Unit",
      settings: [
        ["Description", "Trust the certificate authorities in /etc/ssl/certs"],
        ["DefaultDependencies", "no"],
        [
          "After",
          "systemd-tmpfiles-setup.service clean-ca-certificates.service",
        ],
        ["Before", "update-ca-certificates.service sysinit.target"],
        ["ConditionPathIsReadWrite", "/etc/ssl/certs"],
      ],
    },
    {
      name: "Service",
      settings: [
        ["Type", "oneshot"],
        ["RemainAfterExit", "yes"],
        ["ExecStart", "/usr/sbin/update-ca-certificates"],
      ],
    },
    { name: "Install", settings: [["WantedBy", "sysinit.target"]] },
  ]),
};

/** Certificate authorities that every program of the node trusts, from the first service on. */
export const authorities: Items<Authority> = {
  items: true,
  compose({ name, pem }, document, at) {
    const stem = oneLine(name);
    const text = wholeLines(pem);
    if (stem === "" || text === "") return;
    document.putFile(
      { path: `${folder}${stem}.pem`, mode: 0o644, contents: { inline: text } },
      { origin: at },
    );
    document.putUnit(unit, {
      comment: "Puts the certificates into the bundle that programs read.",
      origin: at,
    });
  },
  read: (document) =>
    document.entriesOf("storage.files").flatMap(({ key, value }) => {
      const name = key.startsWith(folder)
        ? /^([^/]+)\.pem$/s.exec(key.slice(folder.length))?.[1]
        : undefined;
      const pem = textAt(value, "contents", "inline");
      return name === undefined || pem === undefined ? [] : [{ name, pem }];
    }),
  key: ({ name }) => name,
};
