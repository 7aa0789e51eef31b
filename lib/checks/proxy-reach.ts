import type { Path } from "@/lib/butane";
import type { Finding } from "./check";
import { isAddress, parseNetwork } from "./ip";

interface Reach {
  readonly http: string;
  readonly https: string;
  readonly except: readonly string[];
}

/** Addresses of proxies that lead nowhere, and exceptions that nothing is one of. */
export function proxyReach(proxy: Reach, at: Path): Finding[] {
  const { http, https, except } = proxy;
  return [
    ...ofAddress(http, [...at, "http"]),
    ...ofAddress(https, [...at, "https"]),
    ...(except.some((one) => one.trim() !== "") && http === "" && https === ""
      ? [
          warning(
            "proxy-unset",
            "Without an address there is no proxy, and nothing to be excepted from.",
            [...at, "except"],
          ),
        ]
      : []),
    ...except.flatMap((one, index) =>
      isException(one.trim()) ? [] : [unmatched(one, [...at, "except", index])],
    ),
  ];
}

function ofAddress(address: string, field: Path): Finding[] {
  const rest = /^https?:\/\/(?:[^@/]*@)?([^/?#]*)/i.exec(address)?.[1];
  if (rest === undefined) return [];
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(rest) ?? [];
  if (!host)
    return [
      error("proxy-host", "This address of a proxy names no server.", field),
    ];
  const number = Number(port || 1);
  return /^\d*$/.test(port ?? "") && number >= 1 && number <= 65535
    ? []
    : [error("proxy-port", "A port is a number from 1 to 65535.", field)];
}

/** As curl and Go read them: a host, a domain with a dot or an asterisk in front, an address, a network, and a port behind the first three. */
function isException(text: string): boolean {
  if (text === "" || text === "*") return true;
  if (text.includes("/")) return parseNetwork(text) !== undefined;
  if (isAddress(text)) return true;
  const [, host = "", port] =
    /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (port !== undefined && Number(port) > 65535) return false;
  if (host.startsWith("[")) return isAddress(host.slice(1, -1));
  return /^(?:\*?\.)?[\w-]+(?:\.[\w-]+)*\.?$/.test(host);
}

function unmatched(one: string, field: Path): Finding {
  const text = one.trim();
  const host = /^\w+:\/\/(?:[^@/]*@)?([^/?#]+)/.exec(text)?.[1];
  return {
    ...warning(
      "proxy-exception",
      `No server is meant by ${text}, so all of them go through the proxy.`,
      field,
    ),
    why: "An exception is a host, a domain such as .example.com, an IP address or a network such as 10.0.0.0/8.",
    ...(host !== undefined && isException(host)
      ? { fix: { label: `Use ${host}`, edits: [{ path: field, value: host }] } }
      : {}),
  };
}

function error(code: string, sentence: string, field: Path): Finding {
  return { kind: "error", code, sentence, field };
}

function warning(code: string, sentence: string, field: Path): Finding {
  return { kind: "warning", code, sentence, field };
}
