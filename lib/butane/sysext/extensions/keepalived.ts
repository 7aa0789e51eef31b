import { defineExtension } from "../extension";
import { putText } from "../put";
import { environmentLine, oneLine, wholeLines } from "../unit-text";

export const keepalived = defineExtension({
  id: "keepalived",
  title: "Keepalived",
  kind: "bakery",
  category: "load-balancing",
  summary:
    "Shared addresses (VRRP) and load balancing (LVS) for several nodes.",
  aliases: ["vrrp", "vip", "ha", "failover"],
  homepage: "https://www.keepalived.org/",
  docs: "https://flatcar.github.io/sysext-bakery/keepalived/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  restartUnits: ["keepalived.service"],
  ships: ["keepalived", "keepalived.service"],
  units: [{ name: "keepalived.service", start: "upheld" }],
  requires: [],
  conflicts: [],
  params: {
    conf: {
      type: "text",
      language: "plain",
      label: "keepalived.conf",
      default: "",
      help: "The whole configuration. Part of links, passwords included.",
      required: true,
    },
    options: {
      type: "string",
      label: "Extra command line options",
      default: "",
      help: "KEEPALIVED_OPTIONS",
    },
  },
  notes: [
    "Without a configuration an empty one is created and nothing is balanced.",
  ],
  verify: ["systemctl status keepalived.service", "ip address"],
  compose(params, context) {
    putText(
      context,
      "/etc/keepalived/keepalived.conf",
      wholeLines(params.conf),
      { from: "conf" },
    );
    if (oneLine(params.options) === "") return;
    putText(
      context,
      "/etc/sysconfig/keepalived",
      environmentLine("KEEPALIVED_OPTIONS", params.options),
      { from: "options" },
    );
  },
});
