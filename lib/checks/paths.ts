import type { Kind } from "@/lib/butane";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

/** Where nothing can be written, or nothing stays, with what happens. */
const places: readonly (readonly [RegExp, Kind, string, string])[] = [
  [
    /^\/usr(?:\/|$)/,
    "error",
    "path-read-only",
    "/usr is read-only on Flatcar: Ignition cannot write there and the first boot stops.",
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

/** Files, directories and links where they cannot be. */
export const paths: Check = ({ composed }) =>
  ["files", "directories", "links"].flatMap((list) =>
    entriesOf(composed, ["storage", list]).flatMap(
      ({ value, at }): Finding[] => {
        const path = textAt(value, "path");
        const place = places.find(([pattern]) => pattern.test(path));
        if (!place) return [];
        const [, kind, code, sentence] = place;
        return [{ kind, code, sentence, why: instead, path: [...at, "path"] }];
      },
    ),
  );

/** Files of every Flatcar image; Ignition refuses to replace one unless it is told to. */
const present: ReadonlySet<string> = new Set([
  "/etc/flatcar/update.conf",
  "/etc/hostname",
  "/etc/localtime",
  "/etc/nsswitch.conf",
  "/etc/ntp.conf",
  "/etc/resolv.conf",
  "/etc/selinux/config",
  "/etc/ssl/openssl.cnf",
]);

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
          !present.has(path) ||
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
          },
        ];
      },
    ),
  );
