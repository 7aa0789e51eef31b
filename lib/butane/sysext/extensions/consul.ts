import { defineExtension } from "../extension";
import { hclList, hclString } from "../hcl";
import { putSystemUser, putText } from "../put";
import { oneLine, wholeLines } from "../unit-text";

export const consul = defineExtension({
  id: "consul",
  title: "Consul",
  kind: "bakery",
  category: "networking",
  summary: "Service discovery and service mesh agent.",
  aliases: ["hashicorp", "service mesh"],
  homepage: "https://github.com/hashicorp/consul",
  docs: "https://flatcar.github.io/sysext-bakery/consul/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "restart",
  restartUnits: ["consul.service"],
  ships: [
    "/usr/bin/consul",
    "consul.service",
    "/usr/share/consul/consul.hcl (commented sample)",
    "/usr/share/consul/consul.env",
  ],
  units: [
    {
      // The image upholds it through a link in `.upholds`, which LTS-2023 does not know.
      name: "consul.service",
      start: "link",
      path: "/usr/lib/systemd/system/consul.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: [],
  conflicts: [],
  params: {
    role: {
      type: "select",
      label: "Role",
      default: "client",
      options: [
        { value: "client", label: "Client" },
        { value: "server", label: "Server" },
      ],
    },
    retryJoin: {
      type: "list",
      label: "Servers to join",
      default: [],
      help: "Addresses for retry_join.",
    },
    encrypt: {
      type: "string",
      label: "Gossip key",
      default: "",
      secret: true,
      help: "Output of consul keygen.",
    },
    bootstrapExpect: {
      type: "number",
      label: "Servers to wait for",
      default: 1,
      min: 1,
      help: "bootstrap_expect",
      when: { key: "role", is: ["server"] },
    },
    datacenter: { type: "string", label: "Datacenter", default: "dc1" },
    dataDir: {
      type: "string",
      label: "Data directory",
      default: "/var/lib/consul",
    },
    extraHcl: {
      type: "text",
      language: "hcl",
      label: "More of consul.hcl",
      default: "",
    },
  },
  notes: [
    "The image creates no user: the user consul and its data directory are written with the node.",
  ],
  verify: ["systemctl status consul.service", "consul members"],
  compose(params, context) {
    const dataDir = oneLine(params.dataDir) || "/var/lib/consul";
    const join = params.retryJoin.map(oneLine).filter((each) => each !== "");
    const key = params.encrypt.trim();
    const lines = [
      `data_dir = ${hclString(dataDir)}`,
      `datacenter = ${hclString(oneLine(params.datacenter) || "dc1")}`,
      ...(params.role === "server"
        ? ["server = true", `bootstrap_expect = ${params.bootstrapExpect}`]
        : []),
      ...(join.length > 0 ? [`retry_join = ${hclList(join)}`] : []),
      ...(key === "" ? [] : [`encrypt = ${hclString(key)}`]),
    ];
    putSystemUser(context, "consul");
    context.document.putDirectory(
      {
        path: dataDir,
        mode: 0o750,
        user: { name: "consul" },
        group: { name: "consul" },
      },
      { origin: context.at("dataDir") },
    );
    putText(
      context,
      "/etc/consul.d/consul.hcl",
      `${lines.join("\n")}\n${wholeLines(params.extraHcl)}`,
      { mode: 0o640, from: "role", group: { name: "consul" } },
    );
  },
});
