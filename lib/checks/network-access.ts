import type { Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import type { FirewallValue } from "@/lib/preset/sections/network/value";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";
import { isAddress } from "./ip";

/** sshd: where it listens, and whom it lets in. */
export const sshServer: Check = ({ preset, composed }) => {
  const { sshd } = preset.network;
  const at = ["network", "sshd"];
  const findings = sshd.listen.flatMap((one, place) =>
    portOf(one) === undefined
      ? [
          error(
            "sshd-listen",
            `sshd does not listen on ${one}: it takes a port, or an IP address with one, such as 10.0.0.1:22 or [fd00::1]:22.`,
            [...at, "listen", place],
          ),
        ]
      : [],
  );
  const people = entriesOf(composed, ["passwd", "users"]).map(({ value }) =>
    textAt(value, "name"),
  );
  // The provider's keys are for core.
  const known = new Set([...people, "core"]);
  if (
    sshd.allowUsers.length > 0 &&
    // A pattern, or the variable of a fleet.
    !sshd.allowUsers.some((one) => /[*?@!{]/.test(one) || known.has(one))
  )
    findings.push(
      error(
        "sshd-nobody",
        `Nobody gets in: ${sshd.allowUsers.join(", ")} ${sshd.allowUsers.length === 1 ? "is no user" : "are no users"} of this node.`,
        [...at, "allowUsers"],
      ),
    );
  return findings;
};

const tools: readonly {
  readonly field: keyof FirewallValue;
  readonly name: string;
}[] = [
  { field: "ipv4", name: "iptables" },
  { field: "ipv6", name: "ip6tables" },
  { field: "nftables", name: "nftables" },
];

/** Rules that do not load, and rules that keep SSH out. */
export const firewall: Check = ({ preset }) =>
  tools.flatMap(({ field, name }): Finding[] => {
    const rules = preset.network.firewall[field]
      .split("\n")
      .map((line) => line.replace(/^\s*#.*$/, "").trim())
      .filter(Boolean);
    if (rules.length === 0) return [];
    const at = ["network", "firewall", field];
    const wrong = field === "nftables" ? ofNft(rules) : ofSaved(rules);
    if (wrong)
      return [
        error(
          "firewall-not-loaded",
          `${name} refuses the rules as a whole, and everything comes in: ${wrong}.`,
          at,
        ),
      ];
    const ports = sshPorts(preset);
    const open =
      field === "nftables" ? nftOpen(rules, ports) : savedOpen(rules, ports);
    if (open) return [];
    return [
      {
        kind: field === "ipv6" ? "info" : "warning",
        code: "firewall-keeps-ssh-out",
        sentence: `No rule lets SSH in on port ${ports.join(" or ")}${field === "ipv6" ? " over IPv6" : ""}: nobody can log in ${field === "ipv6" ? "that way" : "from elsewhere"}.`,
        field: at,
      },
    ];
  });

/** What iptables-save prints: a table, its chains and rules, and COMMIT. */
function ofSaved(rules: readonly string[]): string | undefined {
  let table = "";
  for (const rule of rules) {
    if (rule.startsWith("*")) {
      if (table !== "") return `${table} does not end with COMMIT`;
      table = rule;
    } else if (rule === "COMMIT") table = "";
    else if (table === "") return `“${cut(rule)}” stands in no table`;
    else if (!/^(?::\S|\[\d+:\d+\]\s*-|-[ADINXFPRZ]\b|--[a-z])/.test(rule))
      return `“${cut(rule)}” is no rule`;
  }
  return table === "" ? undefined : `${table} does not end with COMMIT`;
}

function ofNft(rules: readonly string[]): string | undefined {
  const text = rules
    .map((rule) => rule.replace(/"[^"]*"/g, "").replace(/#.*$/, ""))
    .join("\n");
  let depth = 0;
  for (const sign of text) {
    if (sign === "{") depth++;
    if (sign === "}") depth--;
    if (depth < 0) return "a } closes nothing";
  }
  return depth > 0 ? "a { is not closed" : undefined;
}

/** Whether INPUT lets the ports in. A chain of one's own, or a rule of another kind, gets the benefit of the doubt. */
function savedOpen(
  rules: readonly string[],
  ports: readonly number[],
): boolean {
  const input = rules.filter((rule) =>
    /^(?:\[\S+\]\s*)?(?:-[AI]|--append|--insert) INPUT\b/.test(rule),
  );
  const last = input.at(-1) ?? "";
  const closed =
    rules.some((rule) => /^:INPUT\s+DROP\b/.test(rule)) ||
    rules.some((rule) => /^-P INPUT DROP\b/.test(rule)) ||
    (/-j (?:DROP|REJECT)\b/.test(last) && !/\s-[ipsdm]\s|--dport/.test(last));
  if (!closed) return true;
  return input.some((rule) => {
    const [, target = ""] = /-j (\S+)/.exec(rule) ?? [];
    if (["DROP", "REJECT", "LOG", "RETURN"].includes(target)) return false;
    if (!/^[A-Z]+$/.test(target)) return true;
    if (/ESTABLISHED/.test(rule) && !/\bNEW\b/.test(rule)) return false;
    if (/-i lo\b|-p (?:icmp|ipv6-icmp|icmpv6|udp)\b/.test(rule)) return false;
    const [, listed = ""] = /--dports? (\S+)/.exec(rule) ?? [];
    return listed === "" || ports.some((port) => within(port, listed, ":"));
  });
}

/** The same for chains that hook into input with a policy of dropping. */
function nftOpen(rules: readonly string[], ports: readonly number[]): boolean {
  const text = rules.join("\n");
  // A chain may stand on one line.
  const statements = rules.flatMap((rule) => rule.split(";"));
  if (!/hook input[^}]*policy drop/.test(text)) return true;
  if (/\b(?:jump|goto)\b/.test(text)) return true;
  return statements.some((rule) => {
    if (
      !/\baccept\b/.test(rule) ||
      /policy|icmp|"lo"|\blo\b/.test(rule) ||
      (/\bct state\b/.test(rule) && !/\bnew\b/.test(rule))
    )
      return false;
    const [, several, one] = /\bdport\s+(?:\{([^}]*)\}|(\S+))/.exec(rule) ?? [];
    const listed = several ?? one;
    if (listed === undefined) return !/\b(?:tcp|udp)\b/.test(rule);
    // A set, a variable or a map of one's own, and all but some, get the benefit of the doubt.
    if (/^(?:[@$]|vmap$|!=)|\$/.test(listed)) return true;
    return ports.some((port) => within(port, listed, "-"));
  });
}

/** Whether a port is among those listed: `22`, `22,2222`, a range, or `ssh`. */
function within(port: number, listed: string, range: string): boolean {
  return listed.split(",").some((part) => {
    const [from = "", to = from] = part.trim().split(range);
    const number = (text: string) =>
      text.trim() === "ssh" ? 22 : text.trim() === "" ? NaN : Number(text);
    return number(from) <= port && port <= number(to);
  });
}

/** Ports that sshd listens on, not of this node alone. */
function sshPorts({ network }: Preset): number[] {
  const ports = network.sshd.listen.flatMap((one) => portOf(one) ?? []);
  return ports.length > 0 ? [...new Set(ports)] : [22];
}

function portOf(listen: string): number | undefined {
  const [, six, four, port = ""] =
    /^(?:(?:\[([^\]]+)\]|([^\s:]+)):)?(\d{1,5})$/.exec(listen) ?? [];
  const host = six ?? four;
  const number = Number(port);
  if (host !== undefined && !isAddress(host)) return undefined;
  return number > 0 && number < 65536 ? number : undefined;
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function error(code: string, sentence: string, field: Path): Finding {
  return { kind: "error", code, sentence, field };
}
