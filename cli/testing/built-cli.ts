import { execFileSync, spawn, type StdioOptions } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string;
  /** Handles in place of pipes: `["ignore", full, "pipe"]`. */
  readonly stdio?: StdioOptions;
  /** Closes the reading end of standard output before the program can write. */
  readonly deaf?: boolean;
  /** Shell words in front of the program, as `ulimit -f 0;`. */
  readonly shell?: string;
}

/** The command line as it is shipped, built into a folder of its own that is also the working directory. */
export class BuiltCli {
  readonly folder = mkdtempSync(join(tmpdir(), "kindling-cli-"));
  readonly program = join(this.folder, "dist", "kindling.mjs");

  build(): void {
    const script = join(root, "scripts", "build-cli.mjs");
    execFileSync(process.execPath, [script, this.program]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const words = [process.execPath, this.program, ...args];
    const [command, ...rest] = options.shell
      ? ["sh", "-c", `${options.shell} exec "$@"`, "sh", ...words]
      : words;
    return new Promise((resolve, reject) => {
      const child = spawn(command!, rest, {
        cwd: this.folder,
        env: { PATH: process.env.PATH, NODE_ENV: "test" },
        stdio: options.stdio ?? "pipe",
      });
      const out = { stdout: "", stderr: "" };
      if (options.deaf) child.stdout?.destroy();
      else child.stdout?.on("data", (chunk) => (out.stdout += chunk));
      child.stderr?.on("data", (chunk) => (out.stderr += chunk));
      child.stdin?.on("error", () => {}); // it need not read what it is given
      child.stdin?.end(options.stdin ?? "");
      child.on("error", reject);
      child.on("close", (status) => resolve({ status, ...out }));
    });
  }
}
