import type { Path } from "@/lib/butane";
import { tlsFiles } from "@/lib/preset/sections/containers/daemon-json";
import type { Check, Finding } from "./check";
import { isAddress } from "./ip";

const at = ["containers", "daemon"];

/** Docker's API on a port: what keeps it from opening, and who else reaches it. */
export const dockerApi: Check = ({ preset }) => {
  const { daemon } = preset.containers;
  if (daemon.api === "") return [];
  const listen = listenFinding(daemon.listen.trim(), daemon.api);
  if (daemon.api === "plain") return listen;
  return [
    ...listen,
    ...tlsFiles.flatMap(({ field, path }) =>
      pemFinding(daemon[field], field, path),
    ),
  ];
};

function listenFinding(listen: string, api: "plain" | "tls"): Finding[] {
  if (listen === "") return [];
  const field = [...at, "listen"];
  const [, host, port = ""] =
    /^(?:(?:\[(?=.*\]))?(.*?)\]?:)?(\d+)$/.exec(listen) ?? [];
  if (
    !(Number(port) > 0 && Number(port) < 65536) ||
    (host !== undefined && !isAddress(host))
  )
    return [
      error(
        "docker-api-address",
        "The port is not opened: systemd takes a port from 1 to 65535, or an IP address with one, such as 10.0.0.5:2376.",
        field,
      ),
    ];
  // What is said of port 2375 is said of any text, see `sockets`.
  const isLocal = host !== undefined && /^127\.|^::1$/.test(host);
  if (api === "tls" || isLocal || port === "2375") return [];
  return [
    {
      kind: "warning",
      code: "socket-open-to-all",
      sentence: `Docker's interface without TLS listens on ${host === undefined ? "every address of the node" : listen}: whoever reaches it is root on this node.`,
      why: "Listen on 127.0.0.1:2375, or choose TLS.",
      field,
    },
  ];
}

function pemFinding(
  text: string,
  field: "tlsCa" | "tlsCert" | "tlsKey",
  path: string,
): Finding[] {
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
  const certificate = /-----BEGIN CERTIFICATE-----/.test(text);
  if (text.trim() === "")
    return [
      error(
        "docker-tls-missing",
        `Docker does not start: with TLS it reads ${path}, and nothing writes it.`,
        [...at, field],
      ),
    ];
  if (field !== "tlsKey" && key)
    return [
      error(
        "docker-tls-key-shown",
        "A private key stands here, in a file that everyone on the node may read and that links carry along.",
        [...at, field],
        "Its place is the field for the key, and a key that was shown is replaced.",
      ),
    ];
  if (field === "tlsKey" ? key : certificate) return [];
  return [
    error(
      "docker-tls-pem",
      `Docker does not start: ${field === "tlsKey" ? "a private key" : "a certificate"} in PEM begins with -----BEGIN ${field === "tlsKey" ? "PRIVATE KEY" : "CERTIFICATE"}-----.`,
      [...at, field],
    ),
  ];
}

function error(
  code: string,
  sentence: string,
  field: Path,
  why?: string,
): Finding {
  return { kind: "error", code, sentence, field, ...(why ? { why } : {}) };
}
