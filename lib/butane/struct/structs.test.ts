import { expect, test } from "vitest";
import { list, struct, text } from "./field";
import { extendStructs, leaveOut } from "./structs";

const structs = {
  Config: { files: list("File", "Files."), proxy: struct("Proxy", "Proxy.") },
  File: { path: text("Path."), owner: struct("Owner", "Owner.") },
  Owner: { name: text("Name.") },
  Proxy: { url: text("Address."), owner: struct("Owner", "Owner.") },
};

test("a field that is left out takes along what only it referred to", () => {
  const fewer = leaveOut(structs, { Config: ["proxy"] });
  expect(Object.keys(fewer).sort()).toEqual(["Config", "File", "Owner"]);
  expect(Object.keys(fewer.Config)).toEqual(["files"]);
});

test("a struct that is extended keeps what it had; what it was made of stays as it was", () => {
  const more = extendStructs(structs, { Owner: { id: text("Number.") } });
  expect(Object.keys(more.Owner)).toEqual(["name", "id"]);
  expect(Object.keys(structs.Owner)).toEqual(["name"]);
});
