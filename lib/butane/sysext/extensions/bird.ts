import { defineExtension } from "../extension";
import { putText } from "../put";
import { wholeLines } from "../unit-text";

export const bird = defineExtension({
  id: "bird",
  title: "BIRD",
  kind: "bakery",
  category: "networking",
  summary: "Routing daemon: BGP, OSPF, RIP, Babel, BFD and static routes.",
  aliases: ["router", "bgp", "ospf"],
  homepage: "https://bird.network.cz/",
  docs: "https://flatcar.github.io/sysext-bakery/bird/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  restartUnits: ["bird.service"],
  ships: [
    "/usr/bin/bird",
    "/usr/bin/birdc",
    "/usr/lib/bird/envvars",
    "/usr/lib/bird/prepare-environment",
    "bird.service",
  ],
  units: [
    {
      name: "bird.service",
      start: "link",
      path: "/usr/lib/systemd/system/bird.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: [],
  conflicts: [],
  params: {
    birdConf: {
      type: "text",
      label: "bird.conf",
      default: "log syslog all;\nprotocol device {\n}\n",
      help: "The whole configuration. None is shipped, and the service checks it before it starts.",
      required: true,
    },
  },
  notes: ["BIRD runs as root."],
  verify: ["systemctl status bird.service", "sudo birdc show status"],
  compose(params, context) {
    putText(context, "/etc/bird/bird.conf", wholeLines(params.birdConf), {
      from: "birdConf",
    });
  },
});
