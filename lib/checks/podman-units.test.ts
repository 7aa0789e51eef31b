import { expect, test } from "vitest";
import { chosen, containers, told } from "./testing";

const quadlet = (name: string, text: string) => ({
  ...containers({ quadlets: [{ name, text }] }),
  ...chosen({ id: "podman" }),
});

test.each<[string, object, string]>([
  [
    "a Podman unit without Podman",
    containers({ quadlets: [{ name: "a.volume", text: "[Volume]" }] }),
    "podman-missing containers.quadlets",
  ],
  [
    "a service in place of a container",
    quadlet("app.service", "[Service]"),
    "quadlet-name containers.quadlets.0.name",
  ],
  [
    "a container without its section",
    quadlet("app.container", "[Service]\n"),
    "quadlet-section containers.quadlets.0.text",
  ],
  [
    "a container without an image",
    quadlet("app.container", "[Container]\n"),
    "quadlet-image containers.quadlets.0.text",
  ],
  [
    "a container that nothing starts",
    quadlet("app.container", "[Container]\nImage=a"),
    "quadlet-on-demand containers.quadlets.0.text",
  ],
  [
    "a Podman unit without text",
    quadlet("app.container", ""),
    "quadlet-incomplete containers.quadlets.0.text",
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test("a container of a pod starts with it", () => {
  const text = "[Container]\nImage=a\nPod=app.pod\n";
  expect(told(quadlet("app.container", text))).not.toContain(
    "quadlet-on-demand containers.quadlets.0.text",
  );
});

test("an image that has Podman needs no extension for it", () => {
  const stored = {
    ...containers({ quadlets: [{ name: "a.volume", text: "[Volume]" }] }),
    target: { variant: "fcos", spec: "1.5.0" },
  };
  expect(told(stored).join(" ")).not.toContain("podman-missing");
});
