import { oneLine, wholeLines } from "./unit-text";

/** What K3s and RKE2 have in common; both read a YAML file of command line options. */
export interface RancherSettings {
  readonly serverUrl: string;
  readonly token: string;
  readonly clusterInit?: boolean;
  /** More options, added as they were typed. */
  readonly extraConfig: string;
}

/** The `config.yaml` of K3s and RKE2; empty where everything stays at its default. */
export function rancherConfig(settings: RancherSettings): string {
  const token = settings.token.trim();
  const url = oneLine(settings.serverUrl);
  return [
    token === "" ? "" : `token: ${JSON.stringify(token)}\n`,
    url === "" ? "" : `server: ${plainOrQuoted(url)}\n`,
    settings.clusterInit ? "cluster-init: true\n" : "",
    wholeLines(settings.extraConfig),
  ].join("");
}

function plainOrQuoted(value: string): string {
  return /^https?:\/\/[\w.:/[\]-]+$/.test(value) && !value.endsWith(":")
    ? value
    : JSON.stringify(value);
}
