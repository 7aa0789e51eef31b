import { defineExtension } from "../extension";
import { putText } from "../put";
import { environmentLine, putWantsLink, wholeLines } from "../unit-text";

function line(name: string, value: string): string {
  return value.trim() === "" ? "" : environmentLine(name, value);
}

export const coder = defineExtension({
  id: "coder",
  title: "Coder",
  kind: "bakery",
  category: "dev-platform",
  summary: "Server for developer workspaces.",
  aliases: ["workspace", "ide"],
  homepage: "https://coder.com/",
  docs: "https://flatcar.github.io/sysext-bakery/coder/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  neverReleased: ["v2.34.4"],
  updates: "any",
  activation: "reboot",
  restartUnits: ["coder.service"],
  ships: [
    "/usr/bin/coder",
    "coder.service",
    "coder-workspace-proxy.service",
    "sysusers.d: coder",
    "tmpfiles.d: empty /etc/coder.d/*.env",
  ],
  units: [
    {
      name: "coder.service",
      start: "link",
      path: "/usr/lib/systemd/system/coder.service",
      wantedBy: "multi-user.target",
    },
    { name: "coder-workspace-proxy.service", start: "choice" },
  ],
  requires: [],
  conflicts: [],
  lateSettings: ["coder.service", "coder-workspace-proxy.service"],
  params: {
    accessUrl: {
      type: "string",
      label: "Access URL",
      default: "",
      placeholder: "https://coder.example.com",
      help: "Address under which people and workspaces reach the server.",
      required: true,
    },
    pgUrl: {
      type: "string",
      label: "Database URL",
      default: "",
      secret: true,
      placeholder: "postgres://user:password@db.example.com/coder",
      required: true,
    },
    httpAddress: {
      type: "string",
      label: "Listen address",
      default: "0.0.0.0:3000",
      help: "0.0.0.0 listens on every interface.",
    },
    workspaceProxy: {
      type: "boolean",
      label: "Also run the workspace proxy",
      default: false,
    },
    workspaceProxyEnv: {
      type: "text",
      language: "plain",
      label: "coder-workspace-proxy.env",
      default: "",
      secret: true,
      help: "Environment lines for the proxy, which does not start without any.",
      when: { key: "workspaceProxy", is: [true] },
      required: ({ workspaceProxy }) => workspaceProxy === true,
    },
  },
  notes: [
    "Needs a PostgreSQL database.",
    "The user coder comes with the image; releases before 4628 create it in time through extension-settings.service.",
    "coder.service does not start while /etc/coder.d/coder.env is empty.",
  ],
  verify: ["systemctl status coder.service"],
  compose(params, context) {
    putText(
      context,
      "/etc/coder.d/coder.env",
      line("CODER_ACCESS_URL", params.accessUrl) +
        line("CODER_HTTP_ADDRESS", params.httpAddress) +
        line("CODER_PG_CONNECTION_URL", params.pgUrl),
      { mode: 0o600, from: "accessUrl" },
    );
    if (!params.workspaceProxy) return;
    putText(
      context,
      "/etc/coder.d/coder-workspace-proxy.env",
      wholeLines(params.workspaceProxyEnv),
      { mode: 0o600, from: "workspaceProxyEnv" },
    );
    putWantsLink(
      context.document,
      { name: "coder-workspace-proxy.service" },
      context.at("workspaceProxy"),
    );
  },
});
