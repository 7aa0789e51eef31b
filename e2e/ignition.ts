import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect } from "@playwright/test";

interface Resource {
  readonly source?: string;
  readonly compression?: string;
}

/** As much of an Ignition config as the tests look at. */
export interface Ignition {
  readonly ignition: { readonly version: string };
  readonly passwd?: {
    readonly users?: readonly {
      readonly name: string;
      readonly sshAuthorizedKeys?: readonly string[];
    }[];
  };
  readonly storage?: {
    readonly files?: readonly {
      readonly path: string;
      readonly mode?: number;
      readonly contents?: Resource;
    }[];
    readonly links?: readonly {
      readonly path: string;
      readonly target: string;
      readonly hard?: boolean;
    }[];
  };
  readonly systemd?: {
    readonly units?: readonly {
      readonly name: string;
      readonly enabled?: boolean;
      readonly mask?: boolean;
      readonly dropins?: readonly {
        readonly name: string;
        readonly contents?: string;
      }[];
    }[];
  };
}

/** The text that a data URL of a config stands for. */
export function textOf({ source = "", compression }: Resource): string {
  const match = /^data:[^,]*?(;base64)?,(.*)$/s.exec(source);
  if (!match) throw new Error(`not a data URL: ${source}`);
  const bytes = match[1]
    ? Buffer.from(match[2] ?? "", "base64")
    : Buffer.from(decodeURIComponent(match[2] ?? ""), "utf8");
  return (compression === "gzip" ? gunzipSync(bytes) : bytes).toString("utf8");
}

export const fileAt = (config: Ignition, path: string) =>
  config.storage?.files?.filter((file) => file.path === path) ?? [];

export const unitNamed = (config: Ignition, name: string) =>
  config.systemd?.units?.find((unit) => unit.name === name);

/** The real ignition-validate, where this machine has one. */
export const validator =
  process.env.IGNITION_VALIDATE ||
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "ignition-validate"))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** Any output of the real program counts, its warnings too: it ends with 0 for those. */
export function expectValid(config: string) {
  if (!validator) return;
  const { status, stdout, stderr } = spawnSync(validator, ["-"], {
    input: config,
    encoding: "utf8",
  });
  expect({ status, output: stdout + stderr }).toEqual({
    status: 0,
    output: "",
  });
}
