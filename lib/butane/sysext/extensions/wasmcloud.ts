import { defineExtension } from "../extension";
import { putDropin, putText } from "../put";
import { environment, oneLine, unitText, wholeLines } from "../unit-text";

export const wasmcloud = defineExtension({
  id: "wasmcloud",
  title: "wasmCloud",
  kind: "bakery",
  category: "wasm",
  summary: "WebAssembly application platform with a NATS server.",
  aliases: ["nats", "wash", "webassembly"],
  homepage: "https://wasmcloud.com/",
  docs: "https://flatcar.github.io/sysext-bakery/wasmcloud/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  // 2.x has no wasmcloud.service: an update must not get there by itself.
  trackDepth: 1,
  updates: "patch",
  activation: "refresh",
  restartUnits: ["nats.service"],
  ships: [
    "nats-server",
    "nats.service",
    "/usr/share/nats/nats.conf",
    "1.x: /usr/bin/wasmcloud, wasmcloud.service",
    "2.x: /usr/bin/wash",
  ],
  units: [
    { name: "nats.service", start: "upheld" },
    { name: "wasmcloud.service", start: "upheld" },
  ],
  brokenVersions: {
    pattern: "v1\\.[0-8]\\.\\d+",
    why: "its binary is not executable, so wasmcloud.service fails",
    instead: "v1.9.2",
  },
  requires: [],
  conflicts: [],
  params: {
    natsConf: {
      type: "text",
      language: "plain",
      label: "NATS configuration",
      default: "",
      help: "For instance to join others as a leaf node. Empty leaves the image's.",
    },
    natsCreds: {
      type: "text",
      language: "plain",
      label: "NATS credentials",
      default: "",
      secret: true,
      help: "Written to /etc/nats.creds; name that file in the configuration.",
    },
    lattice: {
      type: "string",
      label: "Lattice",
      default: "",
      help: "1.x only: there is no wasmcloud.service in 2.x.",
    },
  },
  notes: [
    "1.x runs a host (wasmcloud.service); 2.x brings only the command wash and NATS. Updates stay within the major version.",
    "v1.0.0 to v1.8.0 cannot start: their binary is not executable. Use v1.9.0 to v1.9.2 for 1.x.",
    "A refresh does not restart running services.",
  ],
  verify: ["systemctl status nats.service"],
  compose(params, context) {
    const conf = wholeLines(params.natsConf);
    putText(context, "/etc/nats-server.conf", conf, { from: "natsConf" });
    if (conf !== "") {
      putDropin(
        context,
        "nats.service",
        "10-nats-env-override.conf",
        unitText({
          Service: [environment("NATS_CONFIG", "/etc/nats-server.conf")],
        }),
        "natsConf",
      );
    }
    putText(context, "/etc/nats.creds", wholeLines(params.natsCreds), {
      mode: 0o600,
      from: "natsCreds",
    });
    const lattice = oneLine(params.lattice);
    if (lattice === "" || !context.version.startsWith("v1.")) return;
    putDropin(
      context,
      "wasmcloud.service",
      "10-wasmcloud-env-override.conf",
      unitText({ Service: [environment("WASMCLOUD_LATTICE", lattice)] }),
      "lattice",
    );
  },
});
