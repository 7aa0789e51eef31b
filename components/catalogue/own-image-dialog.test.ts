import { expect, test } from "vitest";
import { guessFrom } from "./own-image-dialog";

test.each([
  ["https://images.example/tools-1.0.0-x86-64.raw", "tools", "1.0.0"],
  ["https://images.example/my-tools-v2.3-arm64.raw.xz", "my-tools", "v2.3"],
  ["https://images.example/tools.raw?token=1#x", "tools", ""],
  ["https://images.example/k3s-v1.36.2+k3s1-x86-64.raw", "k3s", "v1.36.2+k3s1"],
  ["https://images.example/", "", ""],
  ["", "", ""],
])("%s gives the name %j and the version %j", (url, name, version) => {
  expect(guessFrom(url)).toEqual({ name, version });
});
