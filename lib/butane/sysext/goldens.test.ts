import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createDocument, emit } from "../emit";
import { validator, validatorSays } from "../testing/ignition-validate";
import { transpile } from "../transpile";
import { emitExtensions, hasUpdates } from "./emit";
import { extensionById, extensions } from "./extensions";
import { brokenRules } from "./rule-breaks";
import { missingParams } from "./rules";
import { nodeWith, typicalNodes } from "./typical-nodes";
import { emitCoordinator, emitSchedule } from "./updates";

const folder = fileURLToPath(new URL("../testdata/sysext", import.meta.url));

// As they are before a run: vitest writes a file that is missing.
const files = readdirSync(folder).filter((name) => name.endsWith(".bu"));

const nameOf = (id: string, how: string) =>
  `${id.replace(":", "-")}${how === "minimal" ? "" : "-typical"}.bu`;

/** A node's extensions as a Butane document, with what the page's Updates write beside them. */
function documentWith(id: string, how: "minimal" | "typical"): string {
  const node = nodeWith(id, how);
  const document = createDocument({ variant: "flatcar", version: "1.0.0" });
  emitExtensions(document, node);
  if (hasUpdates(node)) {
    emitSchedule(
      document,
      { schedule: "timer", calendar: "", randomDelay: "" },
      [],
    );
  }
  emitCoordinator(document, node.coordinator, []);
  return emit(document).text;
}

describe.each(typicalNodes)("$id, $how", ({ id, how }) => {
  const text = documentWith(id, how);

  test("is the golden document, byte for byte", async () => {
    await expect(text).toMatchFileSnapshot(join(folder, nameOf(id, how)));
  });

  test("transpiles without a word", () => {
    const { output, report } = transpile(text);
    expect(report).toEqual([]);
    expect(output).not.toBeNull();
  });

  test.skipIf(!validator)("the real ignition-validate is content", () => {
    expect(validatorSays(transpile(text).output!)).toBe("");
  });

  test("breaks no rule, and is all filled in where it is typical", () => {
    const node = nodeWith(id, how);
    expect(brokenRules(node)).toEqual([]);
    if (how === "minimal") return;
    const missing = missingParams(extensionById(id)!, node.chosen.at(-1)!);
    // A control plane has no command to join with, and so on: what is required follows from what is chosen.
    expect(missing).toEqual([]);
  });
});

test("every golden has its extension, and every extension with settings a typical node", () => {
  expect(files.sort()).toEqual(
    typicalNodes.map(({ id, how }) => nameOf(id, how)).sort(),
  );
  const typical = typicalNodes.flatMap(({ id, how }) =>
    how === "typical" ? [id] : [],
  );
  const settable = extensions.flatMap(({ id, params }) =>
    Object.keys(params).length > 0 ? [id] : [],
  );
  expect(typical).toEqual(settable);
});
