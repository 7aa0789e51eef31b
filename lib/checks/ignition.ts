import { checkIgnitionText, sentenceFor, type Path } from "@/lib/butane";
import type { FileContents } from "@/lib/preset/sections/files/value";
import { secondsOf } from "@/lib/preset/sections/ignition/structs";
import type { Check, Finding } from "./check";
import { proxyLogin } from "./proxy-login";
import { proxyReach } from "./proxy-reach";

/** Timeouts and proxy: what Ignition would not get, and what should not be in it. */
export const ignitionFetches: Check = ({ preset }) => {
  const { timeouts, proxy } = preset.ignition;
  return [
    ...(["headers", "total"] as const).flatMap((key): Finding[] =>
      timeouts[key].trim() === "" || secondsOf(timeouts[key]) !== undefined
        ? []
        : [
            {
              kind: "error",
              code: "timeout-not-seconds",
              sentence:
                "A timeout is a whole number of seconds: this one is not written.",
              field: ["ignition", "timeouts", key],
            },
          ],
    ),
    ...timeoutOrder(secondsOf(timeouts.headers), secondsOf(timeouts.total)),
    ...proxyReach(proxy, ["ignition", "proxy"]),
    ...proxyLogin(proxy, ["ignition", "proxy"]),
  ];
};

/** Zero waits for ever. */
function timeoutOrder(
  headers: number | undefined,
  total: number | undefined,
): Finding[] {
  if (!headers || !total || headers <= total) return [];
  return [
    {
      kind: "info",
      code: "timeout-never-reached",
      sentence: `A download ends after ${total} seconds, so no server has ${headers} for the beginning of its answer.`,
      field: ["ignition", "timeouts", "headers"],
    },
  ];
}

/** Other configs and certificates that stand here, or are fetched. */
export const ignitionConfigs: Check = (input) => {
  const { merge, replace, authorities } = input.preset.ignition;
  const configs: readonly [FileContents, Path][] = [
    ...merge.map((one, index): [FileContents, Path] => [
      one,
      ["ignition", "merge", index],
    ]),
    [replace, ["ignition", "replace"]],
  ];
  return [
    ...configs.flatMap(([one, at]) => ofConfig(one, at)),
    ...replaced(input),
    ...authorities.flatMap((one, index) =>
      ofAuthority(one, ["ignition", "authorities", index]),
    ),
  ];
};

function ofConfig(one: FileContents, at: Path): Finding[] {
  if (one.kind === "fetch") return plainHttp(one, at);
  if (one.kind === "none") return [];
  const text = one[one.kind];
  if (text.trim() === "") return [];
  const field = [...at, one.kind];
  if (/^\s*(?:#.*\s+|---\s+)*variant\s*:/.test(text))
    return [
      {
        kind: "error",
        code: "config-is-butane",
        sentence:
          "This is Butane, and Ignition reads only JSON that was made of it: the first boot stops.",
        why: "Open it in a node of its own and take its Ignition.",
        field,
      },
    ];
  const [problem] = checkIgnitionText(text).report.filter(
    ({ kind }) => kind === "error",
  );
  if (!problem) return [];
  // What a rule says may hold a value, and a secret must not be told.
  const says = one.kind === "secret" ? "" : ` ${sentenceFor(problem).sentence}`;
  return [
    {
      kind: "error",
      code: "config-broken",
      sentence: `Ignition refuses this config and the first boot stops.${says}`,
      field,
      ...(problem.range ? { within: problem.range } : {}),
    },
  ];
}

function plainHttp({ source, hash }: FileContents, at: Path): Finding[] {
  if (!/^http:/i.test(source) || hash !== "") return [];
  return [
    {
      kind: "warning",
      code: "config-plain-http",
      sentence:
        "Nothing protects what comes over http: whoever sits on the way can put another config in its place, and it is applied as root.",
      why: "Use https, or give the config's hash.",
      field: [...at, "source"],
    },
  ];
}

/** Everything beside the timeouts, the proxy and the certificates that it is fetched with goes unused. */
function replaced({ preset, composed }: Parameters<Check>[0]): Finding[] {
  const { replace } = preset.ignition;
  const given = replace.source || replace.text || replace.secret;
  if (replace.kind === "none" || given === "") return [];
  const others = Object.entries(composed.document.lists).some(
    ([list, items]) =>
      items.length > 0 &&
      (list === "ignition.config.merge" || !list.startsWith("ignition.")),
  );
  return others
    ? [
        {
          kind: "warning",
          code: "replace-drops-all",
          sentence:
            "The config in place of this one is all the node gets: users, files, units and everything else that is set here is dropped.",
          why: "Merge it instead, and both count.",
          field: ["ignition", "replace"],
        },
      ]
    : [];
}

function ofAuthority(one: FileContents, at: Path): Finding[] {
  if (one.kind === "fetch") return plainHttp(one, at);
  if (one.kind === "none") return [];
  const text = one[one.kind];
  const field = [...at, one.kind];
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    return [
      {
        kind: "error",
        code: "authority-private-key",
        sentence:
          "This is a private key: Ignition needs the certificate, and nobody else should have the key.",
        field,
      },
    ];
  if (text.trim() === "" || /-----BEGIN CERTIFICATE-----/.test(text)) return [];
  return [
    {
      kind: "error",
      code: "authority-not-pem",
      sentence:
        "This is no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----: Ignition stops before it fetches anything.",
      field,
    },
  ];
}
