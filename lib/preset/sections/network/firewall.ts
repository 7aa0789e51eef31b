import { textAt, type OpenDocument } from "@/lib/butane";
import { wholeLines } from "../ini";
import type { Group } from "../parts";
import type { FirewallValue } from "./value";

/** Where each tool's rules stand, and the unit of the image that loads them. */
const tools: readonly {
  readonly field: keyof FirewallValue;
  readonly path: string;
  readonly unit: string;
}[] = [
  {
    field: "ipv4",
    path: "/var/lib/iptables/rules-save",
    unit: "iptables-restore.service",
  },
  {
    field: "ipv6",
    path: "/var/lib/ip6tables/rules-save",
    unit: "ip6tables-restore.service",
  },
  {
    field: "nftables",
    path: "/var/lib/nftables/rules-save",
    unit: "nftables-load.service",
  },
];

/** Rules that are loaded before the network is up. */
export const firewall: Group<FirewallValue> = {
  compose(value, document, at) {
    for (const { field, path, unit } of tools) {
      const rules = wholeLines(value[field]);
      if (rules === "") continue;
      const origin = [...at, field];
      document.putFile(
        { path, mode: 0o600, overwrite: true, contents: { inline: rules } },
        { origin },
      );
      document.putUnit({ name: unit, enabled: true }, { origin });
    }
  },
  read(document) {
    const texts = tools.map(
      ({ field, path }) => [field, rulesIn(document, path)] as const,
    );
    return texts.some(([, text]) => text !== "")
      ? (Object.fromEntries(texts) as unknown as FirewallValue)
      : undefined;
  },
};

function rulesIn(document: OpenDocument, path: string): string {
  const [file] = document.named("storage.files", path);
  return textAt(file?.value, "contents", "inline") ?? "";
}
