import { expect, test } from "vitest";
import { firewallStart } from "@/lib/preset/sections/network/firewall-start";
import { network, told, toldOfNetwork } from "./testing";

const firewall = (part: object) => network({ firewall: part });
const ipv4 = firewallStart.ipv4;

test.each<[string, object, string]>([
  [
    "rules without COMMIT",
    firewall({ ipv4: ipv4.replace("COMMIT", "") }),
    "firewall-not-loaded network.firewall.ipv4",
  ],
  [
    "rules in no table",
    firewall({ ipv4: "-A INPUT -j DROP" }),
    "firewall-not-loaded network.firewall.ipv4",
  ],
  [
    "a command in place of a rule",
    firewall({ ipv4: "*filter\niptables -A INPUT\nCOMMIT" }),
    "firewall-not-loaded network.firewall.ipv4",
  ],
  [
    "an open brace",
    firewall({ nftables: "table inet a {" }),
    "firewall-not-loaded network.firewall.nftables",
  ],
  [
    "a brace too many",
    firewall({ nftables: "table inet a {\n}\n}" }),
    "firewall-not-loaded network.firewall.nftables",
  ],
  [
    "rules without SSH",
    firewall({ ipv4: ipv4.replace("dport 22", "dport 80") }),
    "firewall-keeps-ssh-out network.firewall.ipv4",
  ],
  [
    "rules whose last drops all",
    firewall({
      ipv4: "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp --dport 80 -j ACCEPT\n-A INPUT -j DROP\nCOMMIT",
    }),
    "firewall-keeps-ssh-out network.firewall.ipv4",
  ],
  [
    "rules for another port than sshd's",
    network({ firewall: { ipv4 }, sshd: { listen: ["222"] } }),
    "firewall-keeps-ssh-out network.firewall.ipv4",
  ],
  [
    "nftables without SSH",
    firewall({
      nftables: firewallStart.nftables.replace("dport 22", "dport { 80, 443 }"),
    }),
    "firewall-keeps-ssh-out network.firewall.nftables",
  ],
  [
    "sshd at a name",
    network({ sshd: { listen: ["node:22"] } }),
    "sshd-listen network.sshd.listen.0",
  ],
  [
    "sshd for a user who is none",
    network({ sshd: { allowUsers: ["alice"] } }),
    "sshd-nobody network.sshd.allowUsers",
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test.each<[string, object]>([
  ["the firewall to begin with", firewall(firewallStart)],
  [
    "SSH among other ports",
    firewall({
      ipv4: ipv4.replace("--dport 22", "-m multiport --dports 20:25,80"),
    }),
  ],
  [
    "a chain of one's own",
    firewall({ ipv4: ipv4.replace("-m tcp --dport 22 -j ACCEPT", "-j ssh") }),
  ],
  [
    "SSH from one network",
    firewall({
      nftables: firewallStart.nftables.replace(
        "tcp dport",
        "ip saddr 10.0.0.0/8 tcp dport",
      ),
    }),
  ],
  ...[
    "tcp dport 22 ct state new accept",
    "ct state { new, established } tcp dport 22 accept",
    "tcp dport @ssh accept",
    "tcp dport $ssh_port accept",
    "tcp dport vmap { 22 : accept }",
    "tcp dport 22 accept # } not the end",
  ].map((rule): [string, object] => [
    rule,
    firewall({
      nftables: firewallStart.nftables.replace(
        "tcp dport 22 accept",
        () => rule,
      ),
    }),
  ]),
  [
    "a chain on one line",
    firewall({
      nftables:
        "table inet filter { chain input { type filter hook input priority 0; policy drop; tcp dport 22 accept; }; }",
    }),
  ],
  [
    "SSH by the state of its connection",
    firewall({
      ipv4: ipv4.replace(
        "-m tcp --dport",
        "-m conntrack --ctstate NEW,ESTABLISHED --dport",
      ),
    }),
  ],
  [
    "no rule about what comes in",
    firewall({ nftables: "table ip nat {\n}\n" }),
  ],
  [
    "sshd for a pattern of users",
    network({
      sshd: { allowUsers: ["ops-*"], listen: ["222", "[fd00::1]:22"] },
    }),
  ],
])("nothing is said of %s", (_, stored) => {
  expect(toldOfNetwork(stored)).toEqual([]);
});

test("a user whom only a fleet's table knows is somebody", () => {
  const stored = network({ sshd: { allowUsers: ["{{admin}}"] } });
  expect(told(stored).join(" ")).not.toContain("sshd-nobody");
});
