import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { env } from "node:process";

/** The real ignition-validate, named by `$IGNITION_VALIDATE` or on the path; tests that ask it are skipped without it. */
export const validator = [
  env.IGNITION_VALIDATE ?? "",
  ...(env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "ignition-validate")),
].find((path) => path !== "" && existsSync(path));

/** Everything it prints of a config: it also ends well with a warning, such as one for a misspelt key. */
export function validatorSays(config: string): string {
  const { stdout, stderr, status } = spawnSync(validator!, ["-"], {
    input: config,
    encoding: "utf8",
  });
  return `${stdout}${stderr}${status === 0 ? "" : `exit ${status}`}`;
}
