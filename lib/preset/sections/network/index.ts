import { defineSection } from "../../section";
import { count, firstFew, hostOf, quote } from "../../words";
import { ofParts, type Parts } from "../parts";
import { authorities } from "./authorities";
import { firewall } from "./firewall";
import { links } from "./links";
import { proxy } from "./proxy";
import { dns, hosts } from "./resolving";
import { initial, schema } from "./schema";
import { sshd } from "./sshd";
import { time } from "./time";
import { tunnels, wait } from "./tunnels";
import type { NetworkValue } from "./value";

const parts: Parts<NetworkValue> = {
  links,
  tunnels,
  wait,
  dns,
  hosts,
  time,
  proxy,
  authorities,
  firewall,
  sshd,
};

export const network = defineSection({
  id: "network",
  title: "Network",
  group: "system",
  schema,
  initial,
  ...ofParts("network", parts, initial),
  describe,
});

function describe(value: NetworkValue): string[] {
  const { proxy, sshd } = value;
  const names = [...value.links, ...value.tunnels].map(({ name }) =>
    quote(name),
  );
  const servers = [...value.dns.servers, ...value.time.servers];
  const rules = Object.values(value.firewall).some(Boolean);
  const address = proxy.https || proxy.http;
  return [
    names.length > 0 &&
      `sets up ${count(names.length, "network interface")}: ${firstFew(names)}`,
    servers.length > 0 &&
      `asks for names or time at ${firstFew(servers.map(quote))}`,
    value.hosts.length > 0 &&
      `gives addresses to ${count(value.hosts.length, "name")} in /etc/hosts`,
    address !== "" && `fetches through the proxy ${hostOf(address)}`,
    value.authorities.length > 0 &&
      `trusts ${count(value.authorities.length, "more certificate")} as an authority: ${firstFew(value.authorities.map(({ name }) => quote(name)))}`,
    rules && "loads firewall rules",
    JSON.stringify(sshd) !== JSON.stringify(initial.sshd) &&
      "changes who may log in over SSH, or where",
  ].filter((line) => line !== false);
}
