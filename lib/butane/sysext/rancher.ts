import type { ExtensionContext, ExtensionUnit, ParamSpecs } from "./extension";
import { putText } from "./put";
import { oneLine, putWantsLink, wholeLines } from "./unit-text";

/** What K3s and RKE2 have in common: a server and an agent, and a YAML file of command line options for both. */
export interface Rancher {
  /** The folder of the options, below `/etc/rancher`. */
  readonly folder: string;
  readonly server: string;
  readonly agent: string;
}

const units = "/usr/local/lib/systemd/system";

/** The two units, of which the role starts one. */
export function rancherUnits({ server, agent }: Rancher): ExtensionUnit[] {
  return [server, agent].map((name) => ({
    name,
    start: "choice",
    path: `${units}/${name}`,
    wantedBy: "multi-user.target",
  }));
}

/** Parameters of both. */
export const rancherParams = {
  role: {
    type: "select",
    label: "Role",
    default: "server",
    options: [
      { value: "server", label: "Server" },
      { value: "agent", label: "Agent" },
    ],
  },
  serverUrl: {
    type: "string",
    label: "Server to join",
    default: "",
    help: "For agents and for further servers; empty on the first server.",
    required: ({ role }) => role === "agent",
  },
  token: {
    type: "string",
    label: "Cluster token",
    default: "",
    secret: true,
    required: ({ role, serverUrl }) => role === "agent" || serverUrl !== "",
  },
  extraConfig: {
    type: "text",
    language: "yaml",
    label: "More of config.yaml",
    default: "",
    help: "Options of the command line, a line each. Part of links: no tokens here.",
  },
} as const satisfies ParamSpecs;

interface RancherSettings {
  readonly role: string;
  readonly serverUrl: string;
  readonly token: string;
  readonly clusterInit?: boolean;
  /** More options, added as they were typed. */
  readonly extraConfig: string;
}

/** Writes the options, and the link that starts the unit of the role. */
export function composeRancher(
  { folder, server, agent }: Rancher,
  settings: RancherSettings,
  context: ExtensionContext,
): void {
  putText(
    context,
    `/etc/rancher/${folder}/config.yaml`,
    rancherConfig(settings),
    { mode: 0o600, from: "extraConfig" },
  );
  const name = settings.role === "agent" ? agent : server;
  putWantsLink(
    context.document,
    { name, path: `${units}/${name}` },
    context.at("role"),
  );
}

/** Empty where everything stays at its default. */
function rancherConfig(settings: RancherSettings): string {
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
