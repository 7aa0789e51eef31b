import { defineExtension } from "../extension";
import { putText } from "../put";
import { wholeLines } from "../unit-text";

export const nebula = defineExtension({
  id: "nebula",
  title: "Nebula",
  kind: "bakery",
  category: "networking",
  summary: "Overlay network with certificates of your own.",
  aliases: ["vpn", "mesh", "overlay"],
  homepage: "https://github.com/slackhq/nebula",
  docs: "https://flatcar.github.io/sysext-bakery/nebula/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  restartUnits: ["nebula.service"],
  ships: ["/usr/bin/nebula", "nebula.service"],
  units: [
    {
      name: "nebula.service",
      start: "upheld",
      path: "/usr/lib/systemd/system/nebula.service",
    },
  ],
  requires: [],
  conflicts: [],
  params: {
    configYaml: {
      type: "text",
      language: "yaml",
      label: "config.yaml",
      default: "",
      help: "Names the three files below as /etc/nebula/ca.crt, host.crt and host.key.",
      required: true,
    },
    caCrt: {
      type: "text",
      language: "plain",
      label: "CA certificate",
      default: "",
      required: true,
    },
    hostCrt: {
      type: "text",
      language: "plain",
      label: "Certificate of the node",
      default: "",
      required: true,
    },
    hostKey: {
      type: "text",
      language: "plain",
      label: "Key of the node",
      default: "",
      secret: true,
      required: true,
    },
  },
  notes: ["Every node needs a certificate and a key of its own."],
  verify: ["systemctl status nebula.service"],
  compose(params, context) {
    const files = [
      ["configYaml", "config.yaml", 0o644],
      ["caCrt", "ca.crt", 0o644],
      ["hostCrt", "host.crt", 0o644],
      ["hostKey", "host.key", 0o600],
    ] as const;
    for (const [from, name, mode] of files) {
      putText(context, `/etc/nebula/${name}`, wholeLines(params[from]), {
        mode,
        from,
      });
    }
  },
});
