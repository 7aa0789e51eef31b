import { expect, test } from "vitest";
import { isQuadletName, quadletTemplate } from "./quadlet-name";

test.each([
  ["web.container", true, "a container"],
  ["data.volume", true, "a volume"],
  [".pod", true, "nothing but the ending"],
  ["web.service", false, "a unit of systemd"],
  ["container", false, "no dot"],
  ["web.container.bak", false, "another ending behind it"],
])("%j is a quadlet's name: %j, %s", (name, expected) => {
  expect(isQuadletName(name)).toBe(expected);
});

test.each<[string, string | undefined, string]>([
  ["web@1.container", "web@.container", "an instance"],
  ["web@a.b.container", "web@.container", "an instance with a dot in its name"],
  ["@1.container", "@.container", "a template without a name"],
  ["web@.container", undefined, "the template itself"],
  ["web.container", undefined, "neither"],
  ["web@1", undefined, "no ending"],
])("%j is an instance of %j: %s", (name, expected) => {
  expect(quadletTemplate(name)).toBe(expected);
});
