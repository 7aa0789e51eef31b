import type { IgnitionSpec } from "@/lib/butane";
import type { Random } from "./random";
import { anyNumbers, anyTexts, values } from "./values";

type Type = IgnitionSpec["config"] | Field["type"];
type Field = IgnitionSpec["config"]["fields"][number];
type Plain = Record<string, unknown>;

/** An Ignition config of a version, made from its structs: sound, or broken here and there. */
export function generateIgnition(random: Random, spec: IgnitionSpec): string {
  const wild = random.pick([0, 0, 0.01, 0.05]);
  const config = structOf(spec.config, 0);
  const others = ["3.9.0", "2.3.0", "3.7.0", "3", "", 3, "3.4.0-experimental"];
  const version = random.chance(wild) ? random.pick(others) : spec.version;
  const ignition = isPlain(config.ignition) ? config.ignition : {};
  config.ignition = { ...ignition, version };
  const text = JSON.stringify(config, null, random.chance(0.7) ? 2 : 0);
  return random.chance(wild) ? text.slice(0, random.below(text.length)) : text;

  function structOf(struct: IgnitionSpec["config"], depth: number): Plain {
    const made: Plain = {};
    for (const { key, type, always } of struct.fields) {
      if (!random.chance(always ? 0.9 : depth < 2 ? 0.5 : 0.35)) continue;
      made[key] = random.chance(wild)
        ? wildValue()
        : valueOf(type, struct.name, key, depth + 1);
    }
    if (random.chance(wild)) {
      made[random.pick(["foo", "Path", "clevis", "inline"])] = wildValue();
    }
    return made;
  }

  function valueOf(
    type: Type,
    struct: string,
    key: string,
    depth: number,
  ): unknown {
    switch (type.kind) {
      case "struct":
        return structOf(type, depth);
      case "list":
        return Array.from({ length: random.below(4) }, () =>
          valueOf(type.of, struct, key, depth + 1),
        );
      case "bool":
        return random.chance(0.6);
      default: {
        const wanted = type.kind === "int" ? "number" : "string";
        const pool = knownValues(struct, key).filter(
          (one) => typeof one === wanted,
        );
        if (pool.length > 0 && random.chance(0.95)) return random.pick(pool);
        return random.pick<unknown>(
          type.kind === "int" ? anyNumbers : anyTexts,
        );
      }
    }
  }

  function wildValue(): unknown {
    return random.pick<unknown>([null, 1, "x", "", {}, [], [null], true, 1.5]);
  }
}

/** Butane's values of the same field, whose key has another spelling there. */
function knownValues(struct: string, key: string): readonly unknown[] {
  const snake = key.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`);
  return values[`${struct}.${snake}`] ?? values[snake] ?? [];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
