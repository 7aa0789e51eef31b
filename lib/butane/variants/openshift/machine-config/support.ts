import type { Finisher } from "../../../base/base";
import type { IgnitionStruct } from "../../../ignition/types";
import type { Path } from "../../../path";
import { error } from "../../../report";
import { parseUrl } from "../../../resource/url";
import type { Values } from "../../../struct/decode";
import type { Translation } from "../../../translate/translation";
import { machineConfig } from "./wrapper";

/**
 * What a node refuses to have although Ignition would do it: in the order of the sections, the value that is refused and
 * the code to say so. Looked for in the finished config, because sugar may have made it.
 */
export interface Support {
  readonly files?: Checks<"File">;
  readonly filesystems?: Checks<"Filesystem">;
  readonly users?: Checks<"PasswdUser">;
}

type Checks<Name extends "File" | "Filesystem" | "PasswdUser"> = Readonly<
  Record<
    string,
    { readonly at: Path; refuses(value: IgnitionStruct<Name>): boolean }
  >
>;

type AnyChecks = Readonly<
  Record<string, { readonly at: Path; refuses(value: never): boolean }>
>;

/** A finisher that reports what `support` refuses. */
export function checkSupport({ files, filesystems, users }: Support): Finisher {
  return (run: Translation, _document: never, config: Values) => {
    look(run, config, ["storage", "filesystems"], filesystems);
    look(run, config, ["storage", "files"], files);
    look(run, config, ["passwd", "users"], users);
  };
}

function look(
  run: Translation,
  config: Values,
  [section, key]: readonly [string, string],
  checks: AnyChecks = {},
): void {
  const values = (config[section] as Values | undefined)?.[key] ?? [];
  (values as readonly never[]).forEach((value, index) => {
    for (const [code, { at, refuses }] of Object.entries(checks)) {
      if (!refuses(value)) continue;
      const place = [...machineConfig.at, section, key, index, ...at];
      run.outputReport.push(error(code, place));
    }
  });
}

/** From 4.8 on. RHCOS has no `mkfs.btrfs`; the rest is what the Machine Config Operator cannot keep up to date. */
export const support4_8 = {
  filesystems: {
    "btrfs-unsupported": {
      at: ["format"],
      refuses: ({ format }) => format === "btrfs",
    },
  },
  files: {
    "file-source-unsupported": {
      at: ["contents", "source"],
      refuses: ({ contents }) => isElsewhere(contents?.source),
    },
  },
  users: {
    "user-unsupported": {
      at: ["name"],
      refuses: ({ name }) => name !== "core",
    },
  },
} as const satisfies Support;

/** From 4.10 on. */
export const support4_10 = {
  ...support4_8,
  files: {
    ...support4_8.files,
    "special-mode-unsupported": {
      at: ["mode"],
      refuses: ({ mode = 0 }) => mode < 0 || mode > 0o777,
    },
  },
} as const satisfies Support;

/** From 4.14 on. */
export const support4_14 = {
  ...support4_10,
  filesystems: {
    ...support4_10.filesystems,
    "filesystem-none-unsupported": {
      at: ["format"],
      refuses: ({ format }) => format === "none",
    },
  },
} as const satisfies Support;

/** Whether contents have to be fetched. What is no address at all is for Ignition's rules to say. */
function isElsewhere(source: string | undefined): boolean {
  if (source === undefined) return false;
  const url = parseUrl(source);
  return url !== undefined && url.scheme !== "data";
}
