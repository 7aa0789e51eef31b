import { textAt } from "@/lib/butane";
import { iniText, oneLine, readIni, valueOf, wordsIn, wordsOf } from "../ini";
import type { Group } from "../parts";
import type { DnsValue, HostLine } from "./value";

const settings = "/etc/systemd/resolved.conf.d/10-node.conf";
const resolvConf = "/etc/resolv.conf";
const stubFile = "/run/systemd/resolve/stub-resolv.conf";

/** systemd-resolved: which servers are asked for every name, and whether programs ask it or the servers. */
export const dns: Group<DnsValue> = {
  compose(value, document, at) {
    const text = resolvedText(value);
    if (text !== "")
      document.putFile(
        { path: settings, mode: 0o644, contents: { inline: text } },
        { origin: at },
      );
    if (value.stub)
      document.putLink(
        { path: resolvConf, target: stubFile, overwrite: true },
        { origin: [...at, "stub"] },
      );
  },
  read(document) {
    const [file] = document.named("storage.files", settings);
    const [link] = document.named("storage.links", resolvConf);
    const stub = textAt(link?.value, "target") === stubFile;
    if (!file && !stub) return undefined;
    const read = readIni(textAt(file?.value, "contents", "inline") ?? "");
    return {
      servers: wordsOf(read, "Resolve", "DNS"),
      fallback: wordsOf(read, "Resolve", "FallbackDNS"),
      domains: wordsOf(read, "Resolve", "Domains"),
      dnssec: known(dnssec, valueOf(read, "Resolve", "DNSSEC")),
      overTls: known(overTls, valueOf(read, "Resolve", "DNSOverTLS")),
      stub,
    };
  },
};

const dnssec = ["", "yes", "allow-downgrade", "no"] as const;
const overTls = ["", "yes", "opportunistic", "no"] as const;

function known<Word extends string>(
  words: readonly ("" | Word)[],
  value: string,
): "" | Word {
  return words.find((word) => word === value) ?? "";
}

function resolvedText(value: DnsValue): string {
  const words = (list: readonly string[]) =>
    list.map(oneLine).filter(Boolean).join(" ");
  return iniText([
    {
      name: "Resolve",
      settings: [
        ["DNS", words(value.servers)],
        ["FallbackDNS", words(value.fallback)],
        ["Domains", words(value.domains)],
        ["DNSSEC", value.dnssec],
        ["DNSOverTLS", value.overTls],
      ],
    },
  ]);
}

const hostsFile = "/etc/hosts";
const local = "127.0.0.1 localhost\n::1 localhost\n";

/** Names that are known without asking anybody. The image's own file has localhost, and so has this one. */
export const hosts: Group<readonly HostLine[]> = {
  compose(value, document, at) {
    const lines = value
      .map(({ address, names }) =>
        [address, ...names].map((one) => wordsIn(one).join(" ")),
      )
      .filter(([address, ...names]) => address && names.some(Boolean))
      .map((parts) => `${parts.filter(Boolean).join(" ")}\n`);
    if (lines.length > 0)
      document.putFile(
        {
          path: hostsFile,
          mode: 0o644,
          overwrite: true,
          contents: { inline: local + lines.join("") },
        },
        { origin: at },
      );
  },
  read(document) {
    const [file] = document.named("storage.files", hostsFile);
    const text = textAt(file?.value, "contents", "inline") ?? "";
    if (!text.startsWith(local)) return undefined;
    return text
      .slice(local.length)
      .split("\n")
      .map(wordsIn)
      .flatMap(([address, ...names]) =>
        address === undefined ? [] : [{ address, names }],
      );
  },
};
