import { parse, type YamlNode } from "@/lib/butane";
import { membersOf, textOf, type Member } from "./cloud-config/yaml";

/** What a text is, by its looks. */
export type Detected =
  | { readonly is: "preset" | "butane" | "ignition" | "cloud-config" }
  | { readonly is: "link"; readonly link: string }
  | { readonly is: "foreign"; readonly sentence: string; readonly why: string }
  | { readonly is: "unknown" };

/** Behind `#` where there is one, else the whole: `https://kindling.example/#p1.…`, `p1.…`. */
const shareLink = /^(?:https?:\/\/\S*#|#)?(p\d+\.\S+)$/;

/**
 * Goes by the first line, then by the keys; what has none is gone through for words. A byte order mark and blanks
 * around it do not count.
 */
export function detect(text: string): Detected {
  const bare = text.replace(/^\ufeff/, "").trim();
  const link = shareLink.exec(bare)?.[1];
  if (link !== undefined) return { is: "link", link };
  const first = bare.split("\n", 1)[0]!.trimEnd();
  if (/^#cloud-config(?:\s|$)/.test(first)) return { is: "cloud-config" };
  return foreignByHead(first) ?? byKeys(text, bare);
}

const cloudInit = "Paste the `#cloud-config` part of it by itself.";

/** Forms of user data that are not read, by how they begin. */
function foreignByHead(first: string): Detected | null {
  const told = (what: string, why: string): Detected => {
    return { is: "foreign", sentence: `This is ${what}.`, why };
  };
  if (first.startsWith("#!"))
    return told(
      "a script",
      "Ignition runs no scripts: add it under Files with mode 0755, and a unit that runs it.",
    );
  if (/^(?:Content-Type|MIME-Version):/i.test(first))
    return told("user data of several parts (MIME)", cloudInit);
  if (/^#cloud-config-archive|^#cloud-boothook|^#part-handler/.test(first))
    return told(
      "a form of cloud-init's user data that is not read here",
      cloudInit,
    );
  if (/^#include/.test(first))
    return told(
      "a list of addresses for cloud-init",
      "Open what stands at the addresses.",
    );
  if (/^##\s*template:/.test(first))
    return told(
      "a template for cloud-init",
      "Fill the template in first, then open the result.",
    );
  if (/^</.test(first))
    return told(
      "a web page or XML",
      "Open the file itself; on GitHub behind “Raw”.",
    );
  return null;
}

function byKeys(text: string, bare: string): Detected {
  const { root } = parse(text);
  const members = root ? membersOf(root) : [];
  const keys = new Map(members.map((member) => [member.key, member]));
  if (keys.size === 0) return byWords(bare);
  if (keys.has("kindling")) return { is: "preset" };
  if (keys.has("variant")) return { is: "butane" };
  if (keys.has("ignitionVersion")) return oldIgnition("1");
  if (keys.has("apiVersion") && keys.has("kind")) return kubernetes(keys);
  const version = ignitionVersion(keys.get("ignition"));
  if (version !== null) {
    // Version 2 is told here; what else is wrong with a version is for the validator to say.
    return /^[12]\./.test(version) ? oldIgnition(version) : { is: "ignition" };
  }
  if (bare.startsWith("{") && keys.has("ignition")) return { is: "ignition" };
  if (isContainerLinuxConfig(keys)) return containerLinuxConfig;
  if (members.some(({ name }) => ofCloudConfig.has(name)))
    return { is: "cloud-config" };
  return members.some(({ name }) => ofButane.has(name))
    ? { is: "butane" }
    : { is: "unknown" };
}

/** What cannot be read as a mapping may still be meant as one: then its own reader says where it breaks. */
function byWords(bare: string): Detected {
  if (/^\{?\s*"?kindling"?\s*:/.test(bare)) return { is: "preset" };
  if (/^variant:/m.test(bare)) return { is: "butane" };
  if (/"ignition"\s*:/.test(bare)) return { is: "ignition" };
  return { is: "unknown" };
}

function ignitionVersion(ignition: Member | undefined): string | null {
  const inner = ignition && membersOf(ignition.value);
  return textOf(inner?.find(({ key }) => key === "version")?.value);
}

function oldIgnition(version: string): Detected {
  return {
    is: "foreign",
    sentence: `This is an Ignition config of version ${version}; version 3 has other keys and other rules.`,
    why: "Convert it with ign-converter (github.com/coreos/ign-converter), which asks for the mount point of every filesystem but the root, and open what it writes. If it was made of a Container Linux Config, write that anew as Butane.",
  };
}

const containerLinuxConfig: Detected = {
  is: "foreign",
  sentence:
    "This is a Container Linux Config, which came before Butane and becomes Ignition of version 2.",
  why: "Begin it with `variant: flatcar` and `version: 1.0.0`, take out `filesystem: root`, turn `remote: {url: …}` into `source: …` and `enable` into `enabled`; then open it again and follow the problems.",
};

/** Keys that only Container Linux Configs have. */
function isContainerLinuxConfig(keys: ReadonlyMap<string, Member>): boolean {
  const own = ["etcd", "flannel", "locksmith", "docker", "update", "networkd"];
  if (own.some((key) => keys.has(key))) return true;
  return ["storage", "systemd"].some((section) => {
    const value = keys.get(section)?.value;
    return value !== undefined && mentions(value, oldFields);
  });
}

const oldFields: ReadonlySet<string> = new Set([
  ...["filesystem", "remote", "enable", "mount"],
]);

/** Whether a key of those stands anywhere in the first levels. */
function mentions(
  node: YamlNode,
  names: ReadonlySet<string>,
  depth = 0,
): boolean {
  if (depth > 4) return false;
  if (node.kind === "sequence") {
    return node.items.some((item) => mentions(item, names, depth + 1));
  }
  return membersOf(node).some(
    ({ key, value }) => names.has(key) || mentions(value, names, depth + 1),
  );
}

function kubernetes(keys: ReadonlyMap<string, Member>): Detected {
  const kind = textOf(keys.get("kind")?.value) ?? "";
  return {
    is: "foreign",
    sentence: `This is a Kubernetes object of kind ${kind}.`,
    why:
      kind === "MachineConfig"
        ? "Open the Ignition config in it, below `spec.config`, as JSON."
        : "Open the user data in it by itself.",
  };
}

/** Keys by which a cloud-config without its first line is known. */
const ofCloudConfig: ReadonlySet<string> = new Set([
  ...["users", "write_files", "runcmd", "bootcmd", "coreos", "hostname"],
  ...["ssh_authorized_keys", "packages", "package_update", "fqdn", "chpasswd"],
]);
const ofButane: ReadonlySet<string> = new Set([
  ...["passwd", "storage", "systemd", "kernel_arguments", "ignition"],
]);
