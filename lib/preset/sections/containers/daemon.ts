import {
  textAt,
  valueAt,
  type ButaneDocument,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import { iniText, oneLine, readIni, valueOf, wholeLines } from "../ini";
import type { Group } from "../parts";
import {
  daemonJson,
  noDaemonJson,
  readDaemonJson,
  tlsFiles,
} from "./daemon-json";
import type { DaemonValue } from "./value";

const file = "/etc/docker/daemon.json";

/** The socket of the API over the network; both kinds lead to the same daemon. */
const sockets = {
  plain: { unit: "docker-tcp.socket", listen: "127.0.0.1:2375" },
  tls: { unit: "docker-tls-tcp.socket", listen: "2376" },
} as const;

/** daemon.json, and the API over the network with its certificates. */
export const daemon: Group<DaemonValue> = {
  compose(value, document, at) {
    const text = daemonJson(value);
    if (text !== "")
      document.putFile(
        { path: file, mode: 0o644, contents: { inline: text } },
        { origin: at },
      );
    if (value.api !== "") putSocket(value, value.api, document, at);
    if (value.api === "tls") putTls(value, document, at);
  },
  read(document) {
    const [config] = document.named("storage.files", file);
    const text = textAt(config?.value, "contents", "inline");
    const json = text === undefined ? noDaemonJson : readDaemonJson(text);
    const api = (["tls", "plain"] as const).find((one) =>
      isEnabled(document, sockets[one].unit),
    );
    if (text === undefined && api === undefined) return undefined;
    return {
      ...json,
      api: api ?? "",
      listen: api ? listenIn(document, api) : "",
      tlsCa: pemIn(document, "tlsCa"),
      tlsCert: pemIn(document, "tlsCert"),
      tlsKey: pemIn(document, "tlsKey"),
    };
  },
};

function putSocket(
  value: DaemonValue,
  api: "plain" | "tls",
  document: ButaneDocument,
  at: Path,
): void {
  const { unit, listen } = sockets[api];
  document.putUnit(
    {
      name: unit,
      enabled: true,
      contents: iniText([
        {
          name: "Unit",
          settings: [["Description", "Docker's API over the network"]],
        },
        {
          name: "Socket",
          settings: [
            ["ListenStream", oneLine(value.listen) || listen],
            // The address may not be there yet when the socket is opened.
            ["FreeBind", "true"],
            ["Service", "docker.service"],
          ],
        },
        { name: "Install", settings: [["WantedBy", "sockets.target"]] },
      ]),
    },
    { origin: [...at, "api"] },
  );
}

function putTls(value: DaemonValue, document: ButaneDocument, at: Path): void {
  for (const { field, path, mode } of tlsFiles) {
    const pem = wholeLines(value[field]);
    if (pem === "") continue;
    document.putFile(
      { path, mode, contents: { inline: pem } },
      { origin: [...at, field] },
    );
  }
}

function isEnabled(document: OpenDocument, unit: string): boolean {
  const [entry] = document.named("systemd.units", unit);
  return valueAt(entry?.value, "enabled") === true;
}

function listenIn(document: OpenDocument, api: "plain" | "tls"): string {
  const { unit, listen } = sockets[api];
  const [entry] = document.named("systemd.units", unit);
  const text = textAt(entry?.value, "contents") ?? "";
  const found = valueOf(readIni(text), "Socket", "ListenStream");
  return found === listen ? "" : found;
}

function pemIn(
  document: OpenDocument,
  field: (typeof tlsFiles)[number]["field"],
): string {
  const { path } = tlsFiles.find((one) => one.field === field)!;
  const [entry] = document.named("storage.files", path);
  return textAt(entry?.value, "contents", "inline") ?? "";
}
