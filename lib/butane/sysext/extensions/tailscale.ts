import { defineExtension } from "../extension";
import { putText, putUnit } from "../put";
import { execArguments, quoted, unitText, words } from "../unit-text";

export const tailscale = defineExtension({
  id: "tailscale",
  title: "Tailscale",
  kind: "bakery",
  category: "networking",
  summary: "Mesh VPN on WireGuard.",
  aliases: ["vpn", "wireguard", "tailnet"],
  homepage: "https://tailscale.com/",
  docs: "https://flatcar.github.io/sysext-bakery/tailscale/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  restartUnits: ["tailscaled.service"],
  ships: [
    "/usr/bin/tailscale",
    "/usr/bin/tailscaled",
    "tailscaled.service",
    "50-tailscale.network (unmanaged)",
    "tmpfiles.d: seeds /etc/default/tailscaled",
  ],
  units: [
    {
      name: "tailscaled.service",
      start: "upheld",
      path: "/usr/lib/systemd/system/tailscaled.service",
    },
  ],
  neededFiles: ["/etc/default/tailscaled"],
  requires: [],
  conflicts: [],
  params: {
    authKey: {
      type: "string",
      label: "Auth key",
      default: "",
      secret: true,
      placeholder: "tskey-auth-…",
      help: "Logs the node in on its first boot. Without it, run tailscale up on the node.",
    },
    upArgs: {
      type: "string",
      label: "tailscale up arguments",
      default: "",
      placeholder: "--ssh --advertise-routes=10.0.0.0/24",
      help: "Used together with the auth key.",
    },
    port: {
      type: "number",
      label: "UDP port",
      default: 41641,
      min: 0,
      max: 65535,
      help: "0 takes any free port.",
    },
    flags: {
      type: "string",
      label: "Extra tailscaled flags",
      default: "",
    },
  },
  notes: [
    "Without an auth key the node needs one interactive tailscale up.",
    "The login unit is a recipe of ours, not one of the bakery's: not verified.",
  ],
  verify: ["systemctl status tailscaled.service", "tailscale status"],
  compose(params, context) {
    putText(
      context,
      "/etc/default/tailscaled",
      `PORT="${params.port}"\nFLAGS=${quoted(params.flags)}\n`,
      {
        from: "port",
        comment:
          "tailscaled.service does not start without this file and these two names.",
      },
    );
    const key = params.authKey.trim();
    if (key === "") return;
    putText(context, "/etc/tailscale/authkey", `${key}\n`, {
      mode: 0o600,
      from: "authKey",
    });
    const login = words(
      "/usr/bin/tailscale up --auth-key=file:/etc/tailscale/authkey",
      execArguments(params.upArgs),
    );
    putUnit(
      context,
      "tailscale-up.service",
      unitText({
        Unit: [
          "Description=Log in to Tailscale",
          "Wants=network-online.target tailscaled.service",
          "After=network-online.target systemd-sysext.service tailscaled.service",
          "ConditionPathExists=/etc/tailscale/authkey",
        ],
        Service: [
          "Type=oneshot",
          "RemainAfterExit=yes",
          "Restart=on-failure",
          "RestartSec=10",
          `ExecStart=${login}`,
          "ExecStartPost=/usr/bin/rm -f /etc/tailscale/authkey",
        ],
        Install: ["WantedBy=multi-user.target"],
      }),
      "authKey",
    );
  },
});
