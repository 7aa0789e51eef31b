import { defineExtension } from "../extension";
import { haproxyConfig } from "../haproxy-config";
import { putText } from "../put";
import { environmentLine, oneLine, words } from "../unit-text";

const master = "-S /run/haproxy/haproxy-master.sock";

export const haproxy = defineExtension({
  id: "haproxy",
  title: "HAProxy",
  kind: "bakery",
  category: "load-balancing",
  summary:
    "TCP and HTTP load balancer with QUIC, Lua and a Prometheus exporter.",
  aliases: ["lb", "proxy", "load balancer"],
  homepage: "https://www.haproxy.org/",
  docs: "https://flatcar.github.io/sysext-bakery/haproxy/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  neverReleased: ["3.2.5"],
  updates: "any",
  activation: "reboot",
  restartUnits: ["haproxy.service"],
  ships: [
    "/usr/bin/haproxy",
    "haproxy.service",
    "sysusers.d: haproxy",
    "tmpfiles.d: /etc/haproxy/haproxy.cfg where there is none, /var/lib/haproxy",
    "/usr/share/haproxy/haproxy.cfg (statistics on 127.0.0.1:8404)",
  ],
  units: [
    {
      name: "haproxy.service",
      start: "link",
      path: "/usr/lib/systemd/system/haproxy.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: [],
  conflicts: [],
  lateSettings: ["haproxy.service"],
  params: {
    haproxyCfg: {
      type: "text",
      language: "plain",
      label: "haproxy.cfg",
      default: "",
      help: "The whole configuration; empty leaves the image's, which only shows statistics.",
    },
    extraOpts: {
      type: "string",
      label: "Extra command line options",
      default: "",
      help: "EXTRAOPTS; the socket of the master process is kept.",
    },
  },
  notes: [
    "The user haproxy comes with the image; releases before 4628 create it in time through extension-settings.service.",
    "May bind to low ports and nothing more: transparent proxying needs a drop-in.",
    "systemctl reload haproxy.service checks the configuration first.",
  ],
  verify: [
    "systemctl status haproxy.service",
    "haproxy -c -f /etc/haproxy/haproxy.cfg",
  ],
  compose(params, context) {
    const api = context.has("dataplaneapi")
      ? {
          user: String(context.valueOf("dataplaneapi", "user")),
          passwordHash: String(context.valueOf("dataplaneapi", "password")),
        }
      : null;
    putText(
      context,
      "/etc/haproxy/haproxy.cfg",
      haproxyConfig(params.haproxyCfg, api),
      { from: "haproxyCfg" },
    );
    const extra = oneLine(params.extraOpts);
    if (extra === "") return;
    putText(
      context,
      "/etc/default/haproxy",
      environmentLine(
        "EXTRAOPTS",
        words(/(^|\s)-S\s/.test(extra) ? "" : master, extra),
      ),
      { from: "extraOpts" },
    );
  },
});
