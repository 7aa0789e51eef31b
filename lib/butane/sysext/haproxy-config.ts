import { oneLine, wholeLines } from "./unit-text";

/** The smallest configuration that is of use: statistics on the loopback address. */
const smallest = `global
    log stdout format raw local0
    user haproxy
    group haproxy
    maxconn 4096

defaults
    log global
    mode http
    option httplog
    timeout connect 5s
    timeout client 50s
    timeout server 50s

frontend stats
    bind 127.0.0.1:8404
    stats enable
    stats uri /
    stats refresh 10s
`;

/** Who may use the Data Plane API, where it is chosen. */
export interface ApiUser {
  readonly user: string;
  readonly passwordHash: string;
}

/**
 * The one haproxy.cfg of a node, empty where the image's own will do. The Data Plane API looks for its users in there,
 * and the image's file is never merged with ours: with such a user the whole file has to be written.
 */
export function haproxyConfig(typed: string, api: ApiUser | null): string {
  const own = wholeLines(typed);
  const hash = oneLine(api?.passwordHash ?? "");
  if (!api || hash === "" || /^\s*userlist\s+dataplaneapi\b/m.test(own)) {
    return own;
  }
  const user = oneLine(api.user).replace(/\s/g, "") || "admin";
  return `${own === "" ? smallest : own}
userlist dataplaneapi
    user ${user} password ${hash}
`;
}
