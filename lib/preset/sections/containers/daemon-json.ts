import { oneLine } from "../ini";
import { initial } from "./schema";
import type { DaemonValue } from "./value";

/** The certificates of the API, and who may read them. */
export const tlsFiles = [
  { field: "tlsCa", path: "/etc/docker/ca.pem", mode: 0o644 },
  { field: "tlsCert", path: "/etc/docker/server.pem", mode: 0o644 },
  { field: "tlsKey", path: "/etc/docker/server-key.pem", mode: 0o600 },
] as const;

const tls = {
  tls: true,
  tlsverify: true,
  tlscacert: "/etc/docker/ca.pem",
  tlscert: "/etc/docker/server.pem",
  tlskey: "/etc/docker/server-key.pem",
};

/** A field that is one key of daemon.json. */
interface Field {
  readonly key: string;
  readonly field: keyof DaemonValue;
  readonly type: "text" | "number" | "yes" | "list";
}

const fields: readonly Field[] = [
  { key: "log-driver", field: "logDriver", type: "text" },
  { key: "registry-mirrors", field: "registryMirrors", type: "list" },
  { key: "insecure-registries", field: "insecureRegistries", type: "list" },
  { key: "data-root", field: "dataRoot", type: "text" },
  { key: "storage-driver", field: "storageDriver", type: "text" },
  { key: "dns", field: "dns", type: "list" },
  { key: "mtu", field: "mtu", type: "number" },
  { key: "bip", field: "bridge", type: "text" },
  { key: "live-restore", field: "liveRestore", type: "yes" },
];

/** daemon.json of a value; nothing where nothing is set. What is typed as JSON counts, should a field say the same. */
export function daemonJson(value: DaemonValue): string {
  const set: Record<string, unknown> = {};
  for (const { key, field, type } of fields) {
    const now = written(value[field], type);
    if (now !== undefined) set[key] = now;
    if (key === "log-driver") Object.assign(set, logOptions(value));
  }
  const all = {
    ...set,
    ...(value.api === "tls" ? tls : {}),
    ...typedJson(value.more),
  };
  return Object.keys(all).length === 0
    ? ""
    : `${JSON.stringify(all, null, 2)}\n`;
}

/** What was typed as JSON; undefined where it is empty or no object. */
export function typedJson(text: string): object | undefined {
  if (text.trim() === "") return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? json
      : undefined;
  } catch {
    return undefined;
  }
}

function written(value: unknown, type: Field["type"]): unknown {
  if (type === "yes") return value === true ? true : undefined;
  if (type === "list") {
    const list = (value as readonly string[]).map(oneLine).filter(Boolean);
    return list.length > 0 ? list : undefined;
  }
  const text = oneLine(value as string);
  if (text === "") return undefined;
  // A number in quotes is refused; what is none stays in sight, and Docker says so.
  return type === "number" && /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function logOptions({ logMaxSize, logMaxFile }: DaemonValue): object {
  const options = {
    ...(oneLine(logMaxSize) ? { "max-size": oneLine(logMaxSize) } : {}),
    ...(oneLine(logMaxFile) ? { "max-file": oneLine(logMaxFile) } : {}),
  };
  return Object.keys(options).length > 0 ? { "log-opts": options } : {};
}

type Json = Omit<
  DaemonValue,
  "api" | "listen" | "tlsCa" | "tlsCert" | "tlsKey"
>;

/** The fields of daemon.json, all of them empty. */
export const noDaemonJson: Json = {
  ...(Object.fromEntries(
    fields.map(({ field }) => [field, initial.daemon[field]]),
  ) as Json),
  logMaxSize: "",
  logMaxFile: "",
  more: "",
};

/** The fields that a daemon.json fills, and the rest of it as text. A text that is no JSON fills none, and so is not ours. */
export function readDaemonJson(text: string): Json {
  const json = { ...typedJson(text) } as Record<string, unknown>;
  const read: Record<string, unknown> = { ...noDaemonJson };
  for (const { key, field, type } of fields) {
    const value = fieldOf(json[key], type);
    if (value === undefined) continue;
    read[field] = value;
    delete json[key];
  }
  const options = json["log-opts"];
  if (isLogOptions(options)) {
    read["logMaxSize"] = options["max-size"] ?? "";
    read["logMaxFile"] = options["max-file"] ?? "";
    delete json["log-opts"];
  }
  if (Object.entries(tls).every(([key, value]) => json[key] === value))
    for (const key of Object.keys(tls)) delete json[key];
  read["more"] =
    Object.keys(json).length > 0 ? `${JSON.stringify(json, null, 2)}\n` : "";
  return read as unknown as Json;
}

function fieldOf(value: unknown, type: Field["type"]): unknown {
  switch (type) {
    case "yes":
      return value === true ? true : undefined;
    case "number":
      return typeof value === "number" ? String(value) : undefined;
    case "list":
      return Array.isArray(value) &&
        value.every((one) => typeof one === "string")
        ? value
        : undefined;
    case "text":
      return typeof value === "string" ? value : undefined;
  }
}

function isLogOptions(
  value: unknown,
): value is { "max-size"?: string; "max-file"?: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).every(
      ([key, one]) =>
        (key === "max-size" || key === "max-file") && typeof one === "string",
    )
  );
}
