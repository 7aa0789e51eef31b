import { gzipSync } from "fflate";
import {
  ignitionSpec,
  type IgnitionConfig,
  type IgnitionVersion,
  type Transpiled,
} from "@/lib/butane";
import { toBase64, utf8 } from "@/lib/bytes";
import type { TargetValue } from "@/lib/preset/preset";
import { sha256 } from "@/lib/sha256";

/**
 * The ways of handing a config over. `whole`: as it is. `wrapped`: gzipped in a data URL of a config that is replaced by it, which every
 * platform takes and no server is needed for. `pointer`: a file at an address, and a config that names it with its hash.
 */
export type HandOverKind = "whole" | NonNullable<TargetValue["handOver"]>;

/** What the platform gets, and what has to lie elsewhere for it to work. */
export interface HandOver {
  readonly kind: HandOverKind;
  /** The config as the platform gets it; null for a pointer that has no address yet. */
  readonly config: string | null;
  /** The file that has to be at the pointer's address before the node boots. */
  readonly upload?: {
    readonly address: string;
    readonly text: string;
    /** `sha256-<64 hex>` of the file. */
    readonly hash: string;
  };
}

/** An Ignition config in its two forms. */
export interface Handed {
  readonly transpiled: Pick<Transpiled, "output" | "ignition">;
  /** The same config with its contents uncompressed, or null: gzip around the whole finds more in them than in what is packed already. */
  readonly uncompressed: () => string | null;
}

/**
 * The Ignition config as a node's target hands it over; null while there is none. The same node always gives the same bytes. What is
 * no Ignition JSON (OpenShift's MachineConfig) is handed over as it is.
 */
export function handOver(
  target: Pick<TargetValue, "handOver" | "handOverFrom">,
  { transpiled: { output, ignition }, uncompressed }: Handed,
): HandOver | null {
  if (output === null) return null;
  const head = headOf(ignition, output);
  if (!target.handOver || !head) return { kind: "whole", config: output };
  if (target.handOver === "wrapped")
    return { kind: "wrapped", config: wrapped(uncompressed() ?? output, head) };
  const address = target.handOverFrom?.trim() ?? "";
  const hash = `sha256-${sha256(utf8(output))}`;
  return {
    kind: "pointer",
    config: address === "" ? null : pointer(address, hash, head),
    upload: { address, text: output, hash },
  };
}

type Head = NonNullable<IgnitionConfig["ignition"]> & {
  readonly version: IgnitionVersion;
};

/** The `ignition` part of a config; null where the output is something else. */
function headOf(ignition: unknown, output: string): Head | null {
  const head = (ignition as IgnitionConfig | null)?.ignition;
  if (!head?.version || !output.startsWith("{")) return null;
  // 3.0.0 has neither compression nor sha256 for what replaces a config. What replaces it keeps its own version.
  const version = head.version === "3.0.0" ? "3.1.0" : head.version;
  return { ...head, version } as Head;
}

function wrapped(config: string, { version }: Head): string {
  // mtime 0 keeps the time of day out of the bytes.
  const packed = gzipSync(utf8(config), { level: 9, mtime: 0 });
  const replace = {
    source: `data:;base64,${toBase64(packed)}`,
    compression: "gzip",
  };
  return marshal({ version, config: { replace } });
}

/** Timeouts, proxy and authorities are those that the file itself is fetched with, so they are in the small config as well. */
function pointer(address: string, hash: string, head: Head): string {
  const { version, timeouts, proxy, security } = head;
  const replace = { source: address, verification: { hash } };
  return marshal({
    version,
    ...defined({ timeouts, proxy, security }),
    config: { replace },
  } as Head);
}

function marshal(head: Head): string {
  return ignitionSpec(head.version).marshal({ ignition: head });
}

function defined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as Partial<Value>;
}
