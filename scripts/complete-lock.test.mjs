import { expect, test } from "vitest";
import { complete, platformOf } from "./complete-lock.mjs";

test.each([
  ["@next/swc-darwin-arm64", { cpu: ["arm64"], os: ["darwin"] }],
  ["@next/swc-win32-x64-msvc", { cpu: ["x64"], os: ["win32"] }],
  ["@next/swc-linux-x64-musl", { cpu: ["x64"], os: ["linux"], libc: ["musl"] }],
  [
    "@img/sharp-linuxmusl-arm64",
    { cpu: ["arm64"], os: ["linux"], libc: ["musl"] },
  ],
  ["@rolldown/binding-wasm32-wasi", { cpu: ["wasm32"] }],
])("the name %s says where it runs", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

test("a missing optional package is added once, with its platform", () => {
  const lock = {
    packages: {
      "": { dependencies: { tool: "1.0.0" } },
      "node_modules/tool": {
        version: "1.0.0",
        dev: true,
        optionalDependencies: {
          "tool-linux-x64": "1.0.0",
          "tool-darwin-arm64": "1.0.0",
        },
      },
      "node_modules/tool/node_modules/tool-linux-x64": { version: "1.0.0" },
    },
  };
  expect(complete(lock)).toEqual(["tool-darwin-arm64"]);
  expect(lock.packages["node_modules/tool-darwin-arm64"]).toEqual({
    version: "1.0.0",
    cpu: ["arm64"],
    os: ["darwin"],
    dev: true,
    optional: true,
  });
  expect(complete(lock)).toEqual([]);
});
