import type { Path } from "../path";
import type { Entry } from "../report";
import { findDuplicates } from "./duplicates";
import { marshal, type MarshalOptions } from "./marshal";
import type { Rules, Traits } from "./rules/rule";
import { equalVersions } from "./rules/version";
import { compileStructs, type Struct, type StructTable } from "./struct";
import type { IgnitionConfig } from "./types";
import { type Visit, walk } from "./walk";

/** One version of the Ignition spec, ready to use. */
export interface IgnitionSpec {
  /** `3.4.0` */
  readonly version: string;
  readonly config: Struct;
  /** The JSON text, byte for byte as Butane writes it. */
  marshal(config: IgnitionConfig, options?: MarshalOptions): string;
  /** Entries that come twice where they must not. */
  duplicates(config: IgnitionConfig): Entry[];
  /** What breaks a rule, without duplicates. */
  validate(config: IgnitionConfig): Entry[];
  /** Whether a config that names this version is one of this spec. */
  knows(version: string): boolean;
  /** The rules of the `ignition` section alone. */
  validateHeader(header: NonNullable<IgnitionConfig["ignition"]>): Entry[];
}

export interface SpecDescription {
  readonly version: string;
  readonly schemes: readonly string[];
  readonly structs: StructTable;
  readonly rules: Rules;
}

/** Makes a spec of its description. */
export function defineSpec(description: SpecDescription): IgnitionSpec {
  const { version, structs, rules } = description;
  const traits: Traits = { version, schemes: new Set(description.schemes) };
  const config = compileStructs(structs, "Config");
  const header = compileStructs(structs, "Ignition");
  const visit: Visit = (value, at, type) => ruleFor(type.name)(value, at);

  function ruleFor(name: string) {
    const rule = (rules as Readonly<Record<string, AnyRule | undefined>>)[name];
    return (value: unknown, at: Path) => rule?.(value, at, traits) ?? [];
  }

  return {
    version,
    config,
    marshal: (value, options) => marshal(value, config, options),
    duplicates: (value) => walk(value, config, findDuplicates),
    validate: (value) => walk(value, config, visit),
    knows: (given) => equalVersions(given, version),
    validateHeader: (value) => walk(value, header, visit),
  };
}

type AnyRule = (value: unknown, at: Path, traits: Traits) => Entry[];
