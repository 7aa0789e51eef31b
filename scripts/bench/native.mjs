import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Median of the real Butane for each file, in milliseconds; or why it could not be asked. */
export function native(root, files) {
  const folder = join(root, "conformance");
  if (!existsSync(folder)) return { reason: "conformance/ is not here" };
  const go = ["go", "/usr/local/go/bin/go"].find(
    (name) => spawnSync(name, ["version"]).status === 0,
  );
  if (!go) return { reason: "no Go on the path" };
  const { status, stdout, stderr } = spawnSync(
    go,
    ["run", "./bench", ...files],
    { cwd: folder, encoding: "utf8" },
  );
  if (status !== 0) return { reason: stderr.trim().split("\n").at(-1) };
  const lines = stdout.trim().split("\n");
  return { medians: lines.map((line) => JSON.parse(line).median) };
}
