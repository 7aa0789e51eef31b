import type { Spec } from "@/lib/butane";
import { print } from "./print";
import type { Random } from "./random";
import { Alias, Mapping, type Tree } from "./tree";
import { anyItems, anyNumbers, anyTexts, tableKeys, values } from "./values";

type Field = Spec["base"]["structs"][string][string];

/** A document of a spec, made from the descriptions of its structs: sound, or broken here and there. */
export function generate(random: Random, spec: Spec): string {
  const body = new Growth(random, spec).grow();
  return `variant: ${spec.variant}\nversion: ${spec.version}\n${print(body, random)}`;
}

/** Parts of a document that act on each other, which grow best when little else does. */
const focuses: readonly (readonly string[])[] = [
  ..."storage disks partitions boot_device|boot_device mirror luks|ignition|passwd|storage luks",
  ..."|grub users storage files|boot_device storage filesystems raid luks|systemd units quadlets",
]
  .join("")
  .split("|")
  .concat([
    "storage trees files links directories",
    "systemd quadlets storage files links trees",
    "storage filesystems systemd units",
  ])
  .map((names) => names.split(" "));

/** What a MachineConfig has no room for; most documents of OpenShift do without, because one of it ends the run. */
const notInMachineConfigs: ReadonlySet<string> = new Set([
  ..."Config.kernel_arguments Config.grub Storage.directories Storage.links".split(
    " ",
  ),
  ..."Storage.trees File.append Passwd.groups Resource.http_headers".split(" "),
  ..."Resource.compression Resource.source FileContents.source".split(" "),
  ..."PasswdUser.gecos PasswdUser.groups PasswdUser.home_dir".split(" "),
  ..."PasswdUser.no_create_home PasswdUser.no_log_init PasswdUser.uid".split(
    " ",
  ),
  ..."PasswdUser.no_user_group PasswdUser.primary_group".split(" "),
  ..."PasswdUser.should_exist PasswdUser.shell PasswdUser.system".split(" "),
]);

const inMachineConfigs: typeof values = {
  "PasswdUser.name": ["core"],
  "Resource.inline": ["x", "y\n", "z".repeat(200)],
  "File.mode": [0o644, 0o755],
  format: ["ext4", "xfs", "vfat"],
};

class Growth {
  readonly #random: Random;
  readonly #spec: Spec;
  /** The share of values that are of no type their field could take. */
  readonly #wild: number;
  /** The share of fields that are there. */
  readonly #full: number;
  readonly #focus: readonly string[];
  readonly #withAnchors: boolean;
  readonly #forMachines: boolean;
  readonly #anchors = new Map<string, string[]>();
  #anchorCount = 0;

  constructor(random: Random, spec: Spec) {
    this.#random = random;
    this.#spec = spec;
    this.#wild = random.pick([0, 0, 0.003, 0.01, 0.03]);
    this.#full = random.pick([0.15, 0.35, 0.6]);
    this.#focus = random.chance(0.5) ? random.pick(focuses) : [];
    this.#withAnchors = random.chance(0.25);
    this.#forMachines = spec.variant === "openshift" && random.chance(0.75);
  }

  grow(): Mapping {
    const body = this.#fields("Config", 0);
    body.fields.delete("variant");
    body.fields.delete("version");
    return body;
  }

  #struct(name: string, depth: number): Mapping | Alias {
    const random = this.#random;
    // Merged contents would nearly always have two sources.
    if (!this.#withAnchors || name === "Resource") {
      return this.#fields(name, depth);
    }
    const known = this.#anchors.get(name) ?? [];
    if (known.length > 0 && random.chance(0.25)) {
      return new Alias(random.pick(known));
    }
    const made = this.#fields(name, depth);
    if (known.length > 0 && random.chance(0.3)) {
      made.merges.push(random.pick(known));
      if (random.chance(0.2)) made.merges.push(random.pick(known));
    }
    if (random.chance(0.4)) {
      made.anchor = `n${this.#anchorCount++}`;
      this.#anchors.set(name, [...known, made.anchor]);
    }
    return made;
  }

  #fields(name: string, depth: number): Mapping {
    const random = this.#random;
    const made = new Mapping();
    for (const [key, field] of Object.entries(this.#spec.base.structs[name]!)) {
      if (!random.chance(this.#share(name, key, field, depth))) continue;
      made.fields.set(key, this.#value(name, key, field, depth));
    }
    this.#oneSource(made);
    if (random.chance(this.#wild)) {
      const key = random.pick(["foo", "Path", "name_", "<<x", "1", "~"]);
      made.fields.set(key, this.#wildValue());
    }
    return made;
  }

  #share(name: string, key: string, field: Field, depth: number): number {
    if (this.#forMachines && notInMachineConfigs.has(`${name}.${key}`)) {
      return 0;
    }
    if (key === "metadata" || key === "labels") return 0.97;
    if (field.required || needed.has(`${name}.${key}`)) return 0.93;
    if (this.#focus.length === 0 || depth > 1) return this.#full;
    return this.#focus.includes(key) ? 0.9 : 0.1;
  }

  /** Mostly keeps one of the ways to say what a file holds; more than one is an error. */
  #oneSource({ fields }: Mapping): void {
    const ways = ["source", "inline", "local"].filter((way) => fields.has(way));
    if (ways.length < 2 || this.#random.chance(0.15)) return;
    const kept = this.#random.pick(ways);
    for (const way of ways) if (way !== kept) fields.delete(way);
  }

  #value(name: string, key: string, field: Field, depth: number): Tree {
    const random = this.#random;
    if (random.chance(this.#wild)) return this.#wildValue();
    switch (field.kind) {
      case "text":
      case "integer":
        return this.#scalar(name, key, field.kind);
      case "flag":
        return random.chance(0.5);
      case "struct":
        return this.#struct(field.of, depth + 1);
      case "table":
        return this.#table();
      case "list":
        return Array.from({ length: random.pick([0, 1, 1, 2, 2, 3]) }, () =>
          random.chance(this.#wild)
            ? this.#wildValue()
            : field.of === "text"
              ? this.#item(name, key)
              : this.#struct(field.of, depth + 1),
        );
    }
  }

  #scalar(name: string, key: string, kind: "text" | "integer"): Tree {
    const type = kind === "text" ? "string" : "number";
    const known = this.#known(name, key)?.filter((one) => typeof one === type);
    if (known?.length && this.#random.chance(0.95)) {
      return this.#random.pick(known);
    }
    return this.#random.pick<Tree>(kind === "text" ? anyTexts : anyNumbers);
  }

  #item(name: string, key: string): Tree {
    return this.#random.pick<Tree>(this.#known(name, key) ?? anyItems);
  }

  #known(name: string, key: string): readonly Tree[] | undefined {
    const machine = this.#forMachines ? inMachineConfigs : {};
    for (const from of [machine, values]) {
      const known = from[`${name}.${key}`] ?? from[key];
      if (known) return known;
    }
    return undefined;
  }

  #table(): Mapping {
    const random = this.#random;
    const made = new Mapping();
    if (random.chance(0.95)) {
      const role = random.pick(["worker", "master", "x: y", "0644"]);
      made.fields.set("machineconfiguration.openshift.io/role", role);
    }
    for (let more = random.below(3); more > 0; more -= 1) {
      const wild = random.chance(this.#wild);
      const value = wild ? this.#wildValue() : random.pick(anyTexts);
      made.fields.set(random.pick(tableKeys), value);
    }
    return made;
  }

  #wildValue(): Tree {
    const inner = new Mapping();
    if (this.#random.chance(0.5)) inner.fields.set("a", 1);
    return this.#random.pick<Tree>([
      ...[null, "foo", "", 5, true, 1.5, "0o17"],
      ...[[], inner, ["x"], [null], [[]]],
    ]);
  }
}

/** Fields that little is said without, although no rule of shape asks for them. */
const needed: ReadonlySet<string> = new Set([
  ..."Link.target Raid.level Raid.devices Luks.device Filesystem.path".split(
    " ",
  ),
  ..."HttpHeader.value Tang.thumbprint Partition.number Metadata.name".split(
    " ",
  ),
]);
