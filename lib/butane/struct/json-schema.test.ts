import Ajv from "ajv";
import { expect, test } from "vitest";
import { specs } from "../variants";
import { jsonSchemaOf } from "./json-schema";

const ajv = new Ajv({ strict: true, strictRequired: false });

test.each(specs.map((spec) => [`${spec.variant} ${spec.version}`, spec]))(
  "%s has a schema that takes its documents and names what it does not know",
  (_, spec) => {
    const check = ajv.compile(jsonSchemaOf(spec));
    const { variant, version } = spec;
    const file = { path: "/etc/motd", mode: 0o644, contents: { inline: "hi" } };
    const storage = { files: [file] };
    expect(check({ variant, version, storage })).toBe(true);
    expect(check({ variant, version, storge: {} })).toBe(false);
    expect(check({ variant, version: "0.0.0" })).toBe(false);
    expect(check({ variant, version, storage: { files: [{}] } })).toBe(false);
  },
);

test("what a later spec added is in its schema only", () => {
  const fieldsOf = (version: string) => {
    const spec = specs.find((one) => one.version === version)!;
    const { definitions } = jsonSchemaOf(spec) as {
      definitions: Record<string, { properties: object }>;
    };
    return Object.keys(definitions.Unit!.properties);
  };
  expect(fieldsOf("1.1.0")).toContain("contents_local");
  expect(fieldsOf("1.0.0")).not.toContain("contents_local");
});
