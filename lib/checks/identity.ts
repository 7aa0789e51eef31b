import { paramsOf } from "@/lib/butane";
import type { Kind } from "@/lib/butane";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

const hostnameField = ["identity", "hostname"];
const timezoneField = ["identity", "timezone"];

/** RFC 1123: labels of letters, digits and hyphens; Linux keeps no more than 64 characters. */
export const hostname: Check = ({ preset }) => {
  const name = preset.identity.hostname;
  const found = (kind: Kind, code: string, sentence: string): Finding[] => [
    { kind, code, sentence, field: hostnameField },
  ];
  const lost = "systemd refuses this one and the node is called localhost.";
  if (name === "") return [];
  if (/\s/.test(name))
    return found(
      "error",
      "hostname-blank",
      `A hostname has no blanks and is one line: ${lost}`,
    );
  if (name.length > 64)
    return found(
      "error",
      "hostname-long",
      `A hostname has 64 characters at most and this one has ${name.length}: ${lost}`,
    );
  const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
  if (!name.split(".").every((part) => label.test(part)))
    return found(
      "error",
      "hostname-characters",
      `A hostname is letters, digits and hyphens, in parts of at most 63 joined by dots: ${lost}`,
    );
  if (!/[A-Z]/.test(name)) return [];
  const lower = name.toLowerCase();
  return [
    {
      kind: "warning",
      code: "hostname-capitals",
      sentence:
        "Kubernetes takes lower case names only, and DNS does not tell the two apart.",
      field: hostnameField,
      fix: {
        label: `Use ${lower}`,
        edits: [{ path: hostnameField, value: lower }],
      },
    },
  ];
};

/** kubeadm names the node after its host, and a second node of one name replaces the first. */
export const hostnameForCluster: Check = ({ preset }) => {
  if (preset.identity.hostname !== "") return [];
  const joins = chosenOf(preset).some(({ extension, chosen }) => {
    if (extension?.id !== "kubernetes") return false;
    const { role } = paramsOf(extension, chosen);
    return role !== undefined && role !== "none";
  });
  if (!joins) return [];
  return [
    {
      kind: "warning",
      code: "hostname-for-cluster",
      sentence:
        "kubeadm registers the node by its hostname, and this node takes whatever DHCP or the provider calls it: two of one name are one node to the cluster.",
      field: hostnameField,
    },
  ];
};

/** The name becomes a link below /usr/share/zoneinfo; where there is no such file, the node silently runs in UTC. */
export const timezone: Check = ({ preset }) => {
  const name = preset.identity.timezone;
  if (name === "") return [];
  const unknown: Finding = {
    kind: "warning",
    code: "timezone-unknown",
    sentence:
      "There is no such time zone: the link /etc/localtime leads nowhere and the node runs in UTC.",
    why: "Names are like Europe/Berlin, with capitals.",
    field: timezoneField,
  };
  if (!/^[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(name))
    return [{ ...unknown, kind: "error" }];
  const known = knownAs(name);
  if (known === null) return [unknown];
  if (known.toLowerCase() !== name.toLowerCase() || known === name) return [];
  return [
    {
      ...unknown,
      fix: {
        label: `Use ${known}`,
        edits: [{ path: timezoneField, value: known }],
      },
    },
  ];
};

let last: { readonly name: string; readonly known: string | null } | null =
  null;

/** The same, remembered: asking takes longer than everything else that is said about a name. */
function knownAs(name: string): string | null {
  if (last?.name !== name) last = { name, known: canonical(name) };
  return last.known;
}

/** How the time zone database of this program writes a name; `null` when it has none such. */
function canonical(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions()
      .timeZone;
  } catch {
    return null;
  }
}
