import { defineExtension } from "../extension";
import { hclList, hclString } from "../hcl";
import { putText } from "../put";
import { oneLine, wholeLines } from "../unit-text";

export const nomad = defineExtension({
  id: "nomad",
  title: "Nomad",
  kind: "bakery",
  category: "orchestration",
  summary: "Workload orchestrator, server, client or both.",
  aliases: ["hashicorp", "scheduler"],
  homepage: "https://github.com/hashicorp/nomad",
  docs: "https://flatcar.github.io/sysext-bakery/nomad/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  restartUnits: ["nomad.service"],
  ships: [
    "/usr/bin/nomad",
    "nomad.service",
    "tmpfiles.d: /etc/nomad.d/nomad.env and nomad.hcl where there are none",
  ],
  units: [
    {
      name: "nomad.service",
      start: "link",
      path: "/usr/lib/systemd/system/nomad.service",
      wantedBy: "multi-user.target",
    },
  ],
  neededFiles: ["/etc/nomad.d/nomad.hcl"],
  requires: [],
  conflicts: [],
  lateSettings: ["nomad.service"],
  params: {
    role: {
      type: "select",
      label: "Role",
      default: "server+client",
      options: [
        { value: "server", label: "Server" },
        { value: "client", label: "Client" },
        { value: "server+client", label: "Both" },
      ],
    },
    servers: {
      type: "list",
      label: "Servers of the client",
      default: ["127.0.0.1"],
      when: { key: "role", is: ["client", "server+client"] },
    },
    bootstrapExpect: {
      type: "number",
      label: "Servers to wait for",
      default: 1,
      min: 1,
      help: "bootstrap_expect",
      when: { key: "role", is: ["server", "server+client"] },
    },
    bindAddress: {
      type: "string",
      label: "Listen address",
      default: "0.0.0.0",
      help: "0.0.0.0 listens on every interface, without any access control at first.",
    },
    extraHcl: {
      type: "text",
      language: "hcl",
      label: "extra.hcl",
      default: "",
      help: "More configuration, in a file of its own.",
    },
  },
  notes: [
    "Listens on all interfaces unless told otherwise.",
    "Its own configuration is only seeded, on older releases too late for the first start: nomad.hcl is always written (not verified).",
  ],
  verify: ["systemctl status nomad.service", "nomad node status"],
  compose(params, context) {
    const servers = params.servers.map(oneLine).filter((each) => each !== "");
    const server = `
server {
  enabled = true
  bootstrap_expect = ${params.bootstrapExpect}
}
`;
    const client = `
client {
  enabled = true
  servers = ${hclList(servers)}
}
`;
    putText(
      context,
      "/etc/nomad.d/nomad.hcl",
      `data_dir = "/opt/nomad/data"
bind_addr = ${hclString(oneLine(params.bindAddress) || "0.0.0.0")}
${params.role === "client" ? "" : server}${params.role === "server" ? "" : client}`,
      { from: "role" },
    );
    putText(context, "/etc/nomad.d/extra.hcl", wholeLines(params.extraHcl), {
      from: "extraHcl",
    });
  },
});
