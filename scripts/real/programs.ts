import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface Ran {
  readonly status: number;
  readonly output: string;
}

/** Runs a program to its end and answers what it printed; one that hangs is ended after `seconds`. */
export function ran(
  command: string,
  args: readonly string[],
  options: {
    readonly input?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    readonly seconds?: number;
  } = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    timeout: (options.seconds ?? 60) * 1000,
    killSignal: "SIGKILL",
    input: options.input ?? "",
    env: { ...process.env, ...options.env },
    ...(options.cwd ? { cwd: options.cwd } : {}),
  });
  return {
    status: status ?? 1,
    output: `${stdout ?? ""}${stderr ?? ""}${error ? `${error.message}\n` : ""}`,
  };
}

/** The same without standing in the way of a server in this process. */
export function running(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  seconds = 60,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    const end = (status: number, more = "") => {
      clearTimeout(timer);
      resolve({ status, output: output + more });
    };
    child.on("error", (error) => end(1, `${error.message}\n`));
    child.on("close", (code) => end(code ?? 1));
  });
}

/** Where a program is, on the path or where administrators' programs are. */
export function programAt(name: string): string | undefined {
  return [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"]
    .map((folder) => join(folder, name))
    .find(existsSync);
}

/** The real Ignition: what judges a config, and what carries it out. */
export interface Ignition {
  readonly validate: string;
  readonly engine: string;
}

const enginePath = "lib/dracut/modules.d/30ignition/ignition";

/**
 * Debian's Ignition, unpacked and not installed: its package would bring a boot environment along. Looked for beside
 * `$IGNITION_VALIDATE` and in `folder`, where it is put when it has to be fetched.
 */
export function findIgnition(folder: string): Ignition | null {
  const known = process.env.IGNITION_VALIDATE;
  const places = [
    ...(known ? [join(known, "../..")] : []),
    join(folder, "usr"),
    "/usr",
  ];
  const at = (usr: string): Ignition => ({
    validate: join(usr, "bin/ignition-validate"),
    engine: join(usr, enginePath),
  });
  const isThere = ({ validate, engine }: Ignition) =>
    existsSync(validate) && existsSync(engine);
  const found = places.map(at).find(isThere);
  if (found || !programAt("apt-get") || !programAt("dpkg"))
    return found ?? null;
  mkdirSync(folder, { recursive: true });
  ran(
    "sh",
    ["-c", "rm -f ./*.deb; apt-get download ignition && dpkg -x ./*.deb ."],
    {
      cwd: folder,
    },
  );
  const fetched = at(join(folder, "usr"));
  return isThere(fetched) ? fetched : null;
}

/** A folder that is new and empty. */
export function fresh(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export const isRoot = () => process.getuid?.() === 0;

/** Whether a program is there, if need be by installing its package, which only an administrator of a Debian can. */
export function isThere(program: string, debianPackage: string): boolean {
  if (programAt(program)) return true;
  if (!isRoot() || !programAt("apt-get")) return false;
  const install = [
    ...["install", "-y", "-qq", "--no-install-recommends"],
    ...["-o", "DPkg::Lock::Timeout=300", debianPackage],
  ];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  // Lists that are missing or old are the usual reason why it is not found.
  if (ran("apt-get", install, { env, seconds: 300 }).status !== 0) {
    ran("apt-get", ["update", "-qq"], { env, seconds: 300 });
    ran("apt-get", install, { env, seconds: 300 });
  }
  return programAt(program) !== undefined;
}

/** An ignition-validate of upstream's newest Ignition, built where there is a Go; it knows specs that Debian's does not. */
export function newerValidate(root: string, folder: string): string | null {
  const go = programAt("go") ?? "/usr/local/go/bin/go";
  const conformance = join(root, "conformance");
  if (!existsSync(go) || !existsSync(conformance)) return null;
  mkdirSync(folder, { recursive: true });
  const program = join(folder, "ignition-validate");
  const built = ran(
    go,
    ["build", "-o", program, "github.com/coreos/ignition/v2/validate"],
    { cwd: conformance, seconds: 300 },
  );
  return built.status === 0 ? program : null;
}

/** Does something for each, a few at a time. */
export async function forEach<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next())
      await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
