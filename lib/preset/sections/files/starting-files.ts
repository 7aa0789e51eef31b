import type { Path } from "@/lib/butane";
import type { Preset } from "../../preset";
import type { NodeUnit } from "../units/value";
import { noContents } from "./contents";
import type { NodeFile } from "./value";

/** A file that many nodes have, to begin with. */
export interface StartingFile {
  readonly label: string;
  /** What it adds to a node. */
  edits(preset: Preset): readonly { path: Path; value: unknown }[];
}

const file: NodeFile = {
  path: "",
  user: "",
  group: "",
  overwrite: false,
  mode: "",
  contents: noContents,
  append: [],
};

const sssd = `[sssd]
domains = example.com

[domain/example.com]
id_provider = ldap
ldap_uri = ldaps://ldap.example.com
ldap_search_base = dc=example,dc=com
`;

export const startingFiles: readonly StartingFile[] = [
  {
    label: "Program in /opt/bin",
    edits: (preset) => [
      added(preset, {
        ...file,
        path: "/opt/bin/tool",
        mode: "0755",
        contents: { ...noContents, kind: "fetch" },
      }),
    ],
  },
  {
    label: "Folder in /run, made on every boot",
    edits: (preset) => [
      added(preset, {
        ...file,
        path: "/etc/tmpfiles.d/app.conf",
        mode: "0644",
        contents: { ...noContents, text: "d /run/app 0755 root root -\n" },
      }),
    ],
  },
  {
    label: "Directory service (sssd)",
    edits: (preset) => [
      added(preset, {
        ...file,
        path: "/etc/sssd/sssd.conf",
        // sssd does not start where others may read it.
        mode: "0600",
        contents: { ...noContents, kind: "secret", secret: sssd },
      }),
      ...(preset.units.units.some(({ name }) => name === sssdUnit.name)
        ? []
        : [
            {
              path: ["units", "units", preset.units.units.length],
              value: sssdUnit,
            },
          ]),
    ],
  },
];

const sssdUnit: NodeUnit = {
  name: "sssd.service",
  enabled: "yes",
  mask: false,
  contents: "",
  dropins: [],
};

function added({ files }: Preset, value: NodeFile) {
  return { path: ["files", "files", files.files.length], value };
}
