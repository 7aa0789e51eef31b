import type { Path } from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import type {
  NetworkLink,
  NetworkValue,
} from "@/lib/preset/sections/network/value";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

const list = ["network", "links"];
const macs =
  /^(?:[\da-f]{2}([:-]))(?:[\da-f]{2}\1){4}[\da-f]{2}$|^(?:[\da-f]{4}\.){2}[\da-f]{4}$/i;

/** What an interface's file is called, and which interfaces it is for. */
export const linkNames: Check = ({ preset }) => {
  const { links } = preset.network;
  return links.flatMap((link, index) => {
    const at = [...list, index];
    const same = links
      .slice(0, index)
      .some(({ name }) => name !== "" && name === link.name);
    return [
      ...nameFindings(link, at),
      ...(same
        ? [
            error(
              "link-name-twice",
              `There is an interface ${link.name} already, and their files have one path.`,
              [...at, "name"],
            ),
          ]
        : []),
      ...(link.order === "" || /^\d{1,4}$/.test(link.order)
        ? []
        : [
            error(
              "link-order",
              "The file begins with digits: networkd reads files in the order of their names.",
              [...at, "order"],
            ),
          ]),
      ...(link.kind === "physical" ? matchFindings(link, at) : []),
      ...shadowed(link, index, links),
    ];
  });
};

function nameFindings({ kind, name }: NetworkLink, at: Path): Finding[] {
  const field = [...at, "name"];
  if (name === "")
    return [
      {
        kind: "info",
        code: "link-without-name",
        sentence: "Without a name, this interface is not written.",
        field,
      },
    ];
  if (/[\s/]/.test(name))
    return [
      error(
        "link-name",
        "A name has no blank and no slash: networkd reads no such file.",
        field,
      ),
    ];
  return kind === "physical" || new TextEncoder().encode(name).length <= 15
    ? []
    : [
        error(
          "device-name-long",
          "The kernel takes 15 characters for the name of a device: this one is not made.",
          field,
        ),
      ];
}

function matchFindings(link: NetworkLink, at: Path): Finding[] {
  if (link.match.trim() === "" && link.macs.length === 0)
    return [
      {
        kind: "warning",
        code: "link-matches-nothing",
        sentence:
          "This interface is not written: its file would be for no interface. Name one, or its MAC address.",
        field: [...at, "match"],
      },
    ];
  return [
    ...link.macs.flatMap((mac, place) =>
      macs.test(mac)
        ? []
        : [
            error(
              "mac-malformed",
              `networkd passes over ${mac}: a MAC address is such as 52:54:00:12:34:56.`,
              [...at, "macs", place],
            ),
          ],
    ),
    ...(link.macs.length > 0 && link.bond.trim() !== ""
      ? [
          {
            kind: "info" as const,
            code: "bond-port-by-mac",
            sentence: `${link.bond} gives its ports a MAC address of its own: networkd knows them by these on the first look, and no longer when it is restarted or reads its files again.`,
            why: "Give the names of the interfaces instead.",
            field: [...at, "macs"],
          },
        ]
      : []),
  ];
}

/** The first file that matches an interface is the only one for it. */
function shadowed(
  link: NetworkLink,
  index: number,
  links: readonly NetworkLink[],
): Finding[] {
  if (!isWritten(link)) return [];
  const by = links.find(
    (other, place) =>
      place !== index &&
      other.name !== link.name &&
      isWritten(other) &&
      fileOf(other) < fileOf(link) &&
      covers(other, link),
  );
  if (!by) return [];
  return [
    {
      kind: "warning",
      code: "link-shadowed",
      sentence: `This has no effect: the file of ${by.name} comes first and is for the same interfaces, and networkd takes the first that fits.`,
      field: [...list, index, link.kind === "physical" ? "match" : "name"],
      // Another order helps only where it comes before the other's.
      ...(link.order === "" && fileOf({ ...link, order: "10" }) < fileOf(by)
        ? {
            fix: {
              label: "Read this one first",
              edits: [{ path: [...list, index, "order"], value: "10" }],
            },
          }
        : {}),
    },
  ];
}

function isWritten(link: NetworkLink): boolean {
  return (
    link.name !== "" &&
    (link.kind !== "physical" ||
      link.match.trim() !== "" ||
      link.macs.length > 0)
  );
}

function fileOf({ order, name }: NetworkLink): string {
  return `${order || "20"}-${name}.network`;
}

/** Whether everything that one is for, another is for as well. */
function covers(other: NetworkLink, link: NetworkLink): boolean {
  if (other.kind !== "physical") return false;
  const mac = (one: string) => one.toLowerCase().replace(/[^\da-f]/g, "");
  const known = new Set(other.macs.map(mac));
  const fits =
    other.macs.length === 0 ||
    (link.macs.length > 0 && link.macs.every((one) => known.has(mac(one))));
  const patterns = words(other.match);
  if (patterns.length === 0) return fits;
  const names = link.kind === "physical" ? words(link.match) : [link.name];
  return (
    fits &&
    names.length > 0 &&
    !patterns.some((one) => one.startsWith("!")) &&
    names.every((name) =>
      patterns.some((pattern) => pattern === name || isLike(pattern, name)),
    )
  );
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** A shell pattern against a name; of a pattern that it is compared with, a star at the end covers what begins like it. */
function isLike(pattern: string, name: string): boolean {
  const parts = pattern.replace(/[.+^${}()|\\]/g, "\\$&");
  try {
    return new RegExp(
      `^${parts.replaceAll("*", ".*").replaceAll("?", "[^*]")}$`,
    ).test(name);
  } catch {
    // An open bracket.
    return false;
  }
}

/** Devices that lie on others: what is named on one side is there on the other. */
export const stackedLinks: Check = ({ preset, composed }) => {
  const { network } = preset;
  if (network.links.length === 0) return [];
  const there = devices(network, composed);
  return network.links.flatMap((link, index) => [
    ...unknownDevices(link, [...list, index], there),
    ...vlanFindings(link, index, network.links),
    ...bondFindings(link, index, network.links),
  ]);
};

/** Names of the devices that the document makes, in whatever way. */
function devices(
  { links }: NetworkValue,
  composed: Composed,
): ReadonlySet<string> {
  const typed = entriesOf(composed, ["storage", "files"])
    .filter(({ value }) => textAt(value, "path").endsWith(".netdev"))
    .flatMap(
      ({ value }) =>
        /^\s*Name\s*=\s*(\S+)/m.exec(
          textAt(value, "contents", "inline"),
        )?.[1] ?? [],
    );
  return new Set([
    ...links.filter(({ kind }) => kind !== "physical").map(({ name }) => name),
    ...typed,
  ]);
}

function unknownDevices(
  link: NetworkLink,
  at: Path,
  there: ReadonlySet<string>,
): Finding[] {
  const missing = (name: string, field: Path, what: string) =>
    name === "" || there.has(name)
      ? []
      : [
          error(
            "device-missing",
            `Nothing makes ${name}: add ${what} of that name to the interfaces.`,
            field,
          ),
        ];
  return [
    ...link.vlans.flatMap((vlan, place) =>
      missing(vlan, [...at, "vlans", place], "a VLAN"),
    ),
    ...missing(link.bond, [...at, "bond"], "a bond"),
    ...missing(link.bridge, [...at, "bridge"], "a bridge"),
  ];
}

function vlanFindings(
  link: NetworkLink,
  index: number,
  links: readonly NetworkLink[],
): Finding[] {
  if (link.kind !== "vlan" || link.name === "") return [];
  const id = Number(link.vlanId);
  const below = links.filter(({ vlans }) => vlans.includes(link.name));
  const findings: Finding[] = [];
  if (!/^\d{1,4}$/.test(link.vlanId) || id < 1 || id > 4094)
    findings.push(
      error(
        "vlan-id",
        "The VLAN is not made: its id is a number from 1 to 4094.",
        [...list, index, "vlanId"],
      ),
    );
  if (below.length === 0) findings.push(loose(link, index, links));
  const parent = below[0];
  if (
    parent &&
    /^\d+$/.test(link.mtu) &&
    Number(link.mtu) > Number(parent.mtu || 1500)
  )
    findings.push({
      kind: "warning",
      code: "mtu-above-parent",
      sentence: `Packets of ${link.mtu} bytes do not fit through ${parent.name}, whose MTU is ${parent.mtu || "1500 unless DHCP says more"}.`,
      field: [...list, index, "mtu"],
    });
  return findings;
}

/** networkd makes a VLAN when an interface says that it carries it. */
function loose(
  link: NetworkLink,
  index: number,
  links: readonly NetworkLink[],
): Finding {
  const others = links.flatMap((other, place) =>
    other.kind === "physical" || other.kind === "bond" ? [place] : [],
  );
  const [only] = others;
  return {
    ...error(
      "vlan-loose",
      `${link.name} is never up: no interface carries it. Name it at the one it lies on.`,
      [...list, index, "name"],
    ),
    ...(others.length === 1 && only !== undefined
      ? {
          fix: {
            label: `Put it on ${links[only]!.name || "the other interface"}`,
            edits: [
              {
                path: [...list, only, "vlans"],
                value: [...links[only]!.vlans, link.name],
              },
            ],
          },
        }
      : {}),
  };
}

function bondFindings(
  link: NetworkLink,
  index: number,
  links: readonly NetworkLink[],
): Finding[] {
  const at = [...list, index];
  if (link.kind === "bond")
    return link.name === "" || links.some(({ bond }) => bond === link.name)
      ? []
      : [
          {
            kind: "warning",
            code: "bond-without-ports",
            sentence: `${link.name} has no port: name it at the interfaces that are part of it.`,
            field: [...at, "name"],
          },
        ];
  const master = link.bond || link.bridge;
  const addressed =
    link.addresses.length > 0
      ? "addresses"
      : /^(?:yes|ipv)/.test(link.dhcp)
        ? "dhcp"
        : "";
  return master === "" || addressed === ""
    ? []
    : [
        {
          kind: "warning",
          code: "port-with-address",
          sentence: `As a part of ${master} the port carries its traffic alone: addresses belong to ${master}.`,
          field: [...at, addressed],
        },
      ];
}

function error(code: string, sentence: string, field: Path): Finding {
  return { kind: "error", code, sentence, field };
}
