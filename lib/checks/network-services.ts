import { isTimeSpan, type Path } from "@/lib/butane";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";
import { isAddress } from "./ip";
import { ofDns } from "./network-addresses";
import { proxyLogin } from "./proxy-login";
import { proxyReach } from "./proxy-reach";

/** Names and servers: what the resolver, /etc/hosts and the wait for the network pass over. */
export const resolving: Check = ({ preset }) => {
  const { dns, hosts, wait } = preset.network;
  const cluster = chosenOf(preset).find(({ extension }) =>
    ["kubernetes", "k3s", "rke2"].includes(extension?.id ?? ""),
  );
  return [
    ...(["servers", "fallback"] as const).flatMap((key) =>
      dns[key].flatMap((one, place) =>
        ofDns(one, ["network", "dns", key, place]),
      ),
    ),
    ...(dns.stub && cluster
      ? [
          warning(
            "dns-stub-with-cluster",
            `Pods of ${cluster.title} get the node's resolv.conf, and 127.0.0.53 is theirs alone there: names outside the cluster may not be found.`,
            ["network", "dns", "stub"],
          ),
        ]
      : []),
    ...hosts.flatMap(({ address, names }, index): Finding[] => {
      const at = ["network", "hosts", index];
      if (address === "" && names.length === 0) return [];
      if (!isAddress(address))
        return [
          error(
            "hosts-address",
            "A line of /etc/hosts begins with an IP address: this one is not written or not read.",
            [...at, "address"],
          ),
        ];
      return names.length === 0
        ? [
            warning(
              "hosts-without-name",
              "Nothing has this address: add a name.",
              [...at, "names"],
            ),
          ]
        : [];
    }),
    ...(wait.timeout.trim() === "" || isTimeSpan(wait.timeout)
      ? []
      : [
          error(
            "wait-timeout",
            "The wait for the network fails at once: its limit is a time such as 30 or 2min.",
            ["network", "wait", "timeout"],
          ),
        ]),
  ];
};

/** The proxy's address, and who may know its password. */
export const proxyAddress: Check = ({ preset }) => {
  const { proxy } = preset.network;
  const at = ["network", "proxy"];
  return [
    ...(["http", "https"] as const).flatMap((key): Finding[] => {
      const address = proxy[key];
      return address === "" || /^\w+:\/\/[^\s/]+/.test(address)
        ? []
        : [
            warning(
              "proxy-address",
              `Not every program takes a proxy without its scheme: write http://${bare(address) || "proxy.example.com:3128"}.`,
              [...at, key],
            ),
          ];
    }),
    ...proxyReach(proxy, at),
    ...proxyLogin(proxy, at),
    ...(proxy.password !== "" && proxy.user !== "" && proxy.users.length > 0
      ? [
          {
            kind: "info" as const,
            code: "proxy-password-open",
            sentence:
              "Everybody who is on the node can read this password: programs take it from their environment, and the files that set it are open.",
            field: [...at, "password"],
          },
        ]
      : []),
  ];
};

/** An address without what comes before its host; a login in it is nobody's to read in a message. */
function bare(address: string): string {
  return address.replace(/^(?:\w*:)?\/+/, "").replace(/^.*@/, "");
}

/** Certificates that programs shall trust. */
export const nodeAuthorities: Check = ({ preset }) => {
  const { authorities } = preset.network;
  return authorities.flatMap(({ name, pem }, index): Finding[] => {
    const at = ["network", "authorities", index];
    if (name === "" && pem === "") return [];
    if (name === "" || pem.trim() === "")
      return [
        warning(
          "authority-incomplete",
          `This authority is not written while its ${name === "" ? "name" : "certificate"} is empty.`,
          [...at, name === "" ? "name" : "pem"],
        ),
      ];
    const findings: Finding[] = [];
    if (!/^[\w.-]+$/.test(name))
      findings.push(
        error(
          "authority-name",
          "The name is part of a file name: letters, digits, dots, - and _.",
          [...at, "name"],
        ),
      );
    if (authorities.slice(0, index).some((one) => one.name === name))
      findings.push(
        error(
          "authority-twice",
          `There is an authority ${name} already, and one path has one file.`,
          [...at, "name"],
        ),
      );
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem))
      findings.push(
        error(
          "authority-private-key",
          "This is a private key, in a file that everyone on the node may read. The certificate alone belongs here.",
          [...at, "pem"],
        ),
      );
    else if (!/-----BEGIN (?:TRUSTED )?CERTIFICATE-----/.test(pem))
      findings.push(
        error(
          "authority-no-pem",
          "Nobody trusts it: a certificate in PEM begins with -----BEGIN CERTIFICATE-----.",
          [...at, "pem"],
        ),
      );
    return findings;
  });
};

function error(code: string, sentence: string, field: Path): Finding {
  return { kind: "error", code, sentence, field };
}

function warning(code: string, sentence: string, field: Path): Finding {
  return { kind: "warning", code, sentence, field };
}
