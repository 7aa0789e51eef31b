import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transpile } from "@/lib/butane";
import {
  exampleNodes,
  extensionNodes,
  fullNode,
  outcomeOf,
  randomNodes,
  type Node,
} from "./nodes";
import { newerValidate, ran } from "./programs";
import type { Setting, Tally, Tier } from "./tally";

const randomCount = 200;
const seed = 7;

/** Debian's Ignition 2.14 knows stable specs up to 3.3.0. */
const debianKnows = /"version": ?"3\.[0-3]\.0"/;

/** Tier 1: everything that Kindling composes, and what its goldens hold, is taken by ignition-validate without a word. */
export function validateTier(setting: Setting): Tier {
  const { ignition, root, folder } = setting;
  return {
    title: "validate",
    needs: "Debian's ignition-validate",
    lacks: () => (ignition ? null : "there is no ignition-validate here"),
    async run(tally) {
      const validators = {
        debian: ignition!.validate,
        newer: newerValidate(root, join(folder, "upstream")),
      };
      validateNodes(setting, validators, tally);
      if (setting.node === "") {
        validateGoldens(root, validators, tally);
        validateExtensionGoldens(root, validators, tally);
      }
      if (!validators.newer)
        tally.note(
          "There is no Go here for an ignition-validate of newer specs.",
        );
    },
  };
}

interface Validators {
  readonly debian: string;
  readonly newer: string | null;
}

function validateNodes(
  { root, catalogue, node }: Setting,
  validators: Validators,
  tally: Tally,
): void {
  const nodes = [
    ...exampleNodes(),
    ...extensionNodes(catalogue),
    fullNode(root),
    ...randomNodes(randomCount, seed),
    ...newerNodes([...exampleNodes(), fullNode(root)]),
  ].filter(({ name }) => name.includes(node));
  for (const { name, preset } of nodes) {
    const { compact, problems } = outcomeOf(preset, catalogue);
    const first = problems.find(({ kind }) => kind === "error")?.code;
    if (compact === null) {
      tally.check(name, `does not compose: ${first}`);
      continue;
    }
    // Everything it prints counts: it ends well with a warning, such as one for a key that it does not know.
    const said = saidOf(validators, compact);
    if (said !== undefined)
      tally.check(name, said.output === "" ? null : said.output.trim());
  }
}

/** The same nodes in the next spec of Butane, which makes configs that Debian's Ignition does not know. */
function newerNodes(nodes: readonly Node[]): Node[] {
  return nodes.map(({ name, preset }) => ({
    name: `${name}, flatcar 1.1.0`,
    preset: { ...preset, target: { ...preset.target, spec: "1.1.0" } },
  }));
}

/** The goldens hold what Butane let pass; a warning of Ignition is as welcome there as in Butane. */
function validateGoldens(
  root: string,
  validators: Validators,
  tally: Tally,
): void {
  let unknown = 0;
  for (const { name, config } of goldens(root)) {
    const said = saidOf(validators, config);
    if (said === undefined) unknown++;
    else
      tally.check(
        `golden ${name}`,
        said.status === 0 ? null : said.output.trim(),
      );
  }
  if (unknown > 0)
    tally.note(
      `${unknown} goldens of newer specs than this ignition-validate knows were left out.`,
    );
}

/** How people set up an extension, as documents. */
function validateExtensionGoldens(
  root: string,
  validators: Validators,
  tally: Tally,
): void {
  const folder = join(root, "lib/butane/testdata/sysext");
  for (const file of readdirSync(folder).sort()) {
    const { output } = transpile(readFileSync(join(folder, file), "utf8"));
    const said = output === null ? undefined : saidOf(validators, output);
    tally.check(
      `golden ${file}`,
      output === null
        ? "is not transpiled"
        : (said?.output.trim() ?? "") || null,
    );
  }
}

function saidOf({ debian, newer }: Validators, config: string) {
  const validate = debianKnows.test(config) ? debian : newer;
  return validate ? ran(validate, ["-"], { input: config }) : undefined;
}

function goldens(root: string): { name: string; config: string }[] {
  const folder = join(root, "lib/butane/testdata/parity");
  return (
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("expected.ign"))
      .sort()
      .map((file) => ({
        name: file.replace(/\/expected\.ign$/, ""),
        config: readFileSync(join(folder, file), "utf8"),
      }))
      // OpenShift's are Kubernetes resources around a config.
      .filter(({ config }) => config.startsWith("{"))
  );
}
