import { defineExtension } from "../extension";
import { putText } from "../put";
import { oneLine } from "../unit-text";

const loopback = "127.0.0.1:5555";

/** An address with or without a port, IPv6 with or without brackets; a port alone means every address. */
function addressIn(listen: string): { host: string; port: string } | null {
  if (listen === "") return null;
  const [, bracketed, bare, name, port = "5555"] =
    /^(?:\[([^\]\s]+)\]|([^:\s]*:[^:\s]*:[^\s]*)|([^:\s]*))(?::(\d+))?$/.exec(
      listen,
    ) ?? [];
  const host = bracketed ?? bare ?? name;
  return host === undefined ? null : { host: host || "0.0.0.0", port };
}

/** The shipped configuration with another address; the image's own file is never merged with ours. */
function configFor(host: string, port: string): string {
  return `dataplaneapi:
  host: ${JSON.stringify(host)}
  port: ${port}
  userlist:
    userlist: dataplaneapi
  resources:
    maps_dir: /etc/haproxy/maps
    ssl_certs_dir: /etc/haproxy/ssl
    general_storage_dir: /etc/haproxy/general
    spoe_dir: /etc/haproxy/spoe
  transaction:
    transaction_dir: /var/lib/dataplaneapi/transactions
    backups_number: 10
    backups_dir: /var/lib/dataplaneapi/backups
haproxy:
  config_file: /etc/haproxy/haproxy.cfg
  haproxy_bin: /usr/bin/haproxy
  reload:
    reload_delay: 5
    service_name: haproxy
    reload_strategy: systemd
log_targets:
  - log_to: stdout
    log_level: info
    log_types: [access, app]
`;
}

export const dataplaneapi = defineExtension({
  id: "dataplaneapi",
  title: "HAProxy Data Plane API",
  kind: "bakery",
  category: "load-balancing",
  summary: "REST interface that configures the node's HAProxy.",
  aliases: ["rest", "api"],
  homepage: "https://www.haproxy.com/documentation/dataplaneapi/",
  docs: "https://flatcar.github.io/sysext-bakery/dataplaneapi/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  neverReleased: ["v3.3.5"],
  updates: "any",
  activation: "reboot",
  restartUnits: ["dataplaneapi.service"],
  ships: [
    "/usr/bin/dataplaneapi",
    "dataplaneapi.service",
    "tmpfiles.d: /etc/dataplaneapi/dataplaneapi.yml, /var/lib/dataplaneapi",
  ],
  units: [
    {
      name: "dataplaneapi.service",
      start: "link",
      path: "/usr/lib/systemd/system/dataplaneapi.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: ["haproxy"],
  conflicts: [],
  lateSettings: ["dataplaneapi.service"],
  params: {
    user: { type: "string", label: "User", default: "admin" },
    password: {
      type: "string",
      label: "Password hash",
      default: "",
      secret: true,
      placeholder: "$6$…",
      help: "crypt(3) hash, for instance from openssl passwd -6.",
      required: true,
    },
    listen: {
      type: "string",
      label: "Listen address",
      default: loopback,
      help: "It runs as root and can rewrite HAProxy's configuration: keep it off public networks.",
    },
  },
  notes: [
    "Its user stands in haproxy.cfg, which the HAProxy extension writes.",
    "Runs as root.",
    "Its unit is closed in by a sandbox; command line options go into SYSD_OPTIONS in /etc/default/dataplaneapi.",
  ],
  verify: ["systemctl status dataplaneapi.service"],
  compose(params, context) {
    const address = addressIn(oneLine(params.listen));
    if (!address || `${address.host}:${address.port}` === loopback) return;
    const { host, port } = address;
    putText(
      context,
      "/etc/dataplaneapi/dataplaneapi.yml",
      configFor(host, port),
      { mode: 0o600, from: "listen" },
    );
  },
});
