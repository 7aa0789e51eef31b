import { iniValues } from "@/lib/butane";
import { fieldOf } from "@/lib/preset/origins";
import { valueAt } from "@/lib/set-at";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

/** Ports whose service lets everybody do everything, with what it is. */
const open: ReadonlyMap<string, string> = new Map([
  ["2375", "Docker's interface without TLS"],
]);

/** Sockets that give the node away to whoever reaches it. */
export const sockets: Check = ({ composed }) =>
  entriesOf(composed, ["systemd", "units"]).flatMap(
    ({ value, at }): Finding[] => {
      if (!textAt(value, "name").endsWith(".socket")) return [];
      const contents = textAt(value, "contents");
      return iniValues(contents, "ListenStream").flatMap((address) => {
        const [, host, port = ""] = /^(?:(.*):)?(\d+)$/.exec(address) ?? [];
        const what = open.get(port);
        if (what === undefined || isLocal(host)) return [];
        return [
          {
            kind: "warning" as const,
            code: "socket-open-to-all",
            sentence: `${what} listens on ${host ? address : "every address of the node"}: whoever reaches it is root on this node.`,
            why: "Listen on 127.0.0.1:2375, or on 2376 with TLS.",
            path: [...at, "contents"],
          },
        ];
      });
    },
  );

/** Services that take their address from their environment and let everybody in. */
const variables: ReadonlyMap<string, string> = new Map([
  ["OLLAMA_HOST", "Ollama"],
]);

/** The same, where a drop-in says it that is no extension's own: of its settings another check tells. */
export const openEnvironment: Check = ({ composed }) =>
  entriesOf(composed, ["systemd", "units"]).flatMap(({ value, at }) => {
    const dropins = valueAt(value, ["dropins"]);
    if (!Array.isArray(dropins)) return [];
    return dropins.flatMap((dropin, index): Finding[] => {
      const field = fieldOf([...at, "dropins", index], composed.origins);
      if (field?.[0] === "extensions" && field[3] === "params") return [];
      const lines = iniValues(textAt(dropin, "contents"), "Environment");
      return lines.flatMap((line): Finding[] => {
        const [, name = "", host = ""] =
          /^"?([A-Z_]+)="?(?:https?:\/\/)?(.*?)(?::\d+)?"?$/.exec(line) ?? [];
        const what = variables.get(name);
        if (what === undefined || !/^(?:0\.0\.0\.0|\[?::\]?)$/.test(host))
          return [];
        return [
          {
            kind: "warning",
            code: "listens-everywhere",
            sentence: `${what} listens on every address of the node, and has no login.`,
            path: [...at, "dropins", index, "contents"],
          },
        ];
      });
    });
  });

function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.|localhost$|\[?::1\]?$)/.test(host);
}
