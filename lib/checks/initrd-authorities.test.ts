import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { catalogue, chosen, fixed, told } from "./testing";

const pem = `-----BEGIN CERTIFICATE-----
MIIBszCCAVmgAwIBAgIUTest
-----END CERTIFICATE-----
`;
const authorities = [{ name: "corp", pem }];
const tool = { id: "tool", own: { url: "https://images.lan/tool-1.0.raw" } };
const said = (stored: object) =>
  told(stored).filter((one) => one.startsWith("authority-not-of"));

test("an authority that Ignition does not know is told where it fetches from a server of one's own", () => {
  const stored = { ...chosen(tool), network: { authorities } };
  expect(said(stored)).toEqual([
    "authority-not-of-ignition network.authorities",
  ]);
  const after = fixed(stored, "authority-not-of-ignition");
  expect(after.ignition.authorities).toMatchObject([{ text: pem }]);
  expect(run(after, catalogue).problems.map(({ code }) => code)).not.toContain(
    "authority-not-of-ignition",
  );
});

test.each<[string, object]>([
  ["no authority", chosen(tool)],
  [
    "an authority that Ignition has as well",
    {
      ...chosen(tool),
      network: { authorities },
      ignition: { authorities: [{ kind: "text", text: pem }] },
    },
  ],
  [
    "a public server",
    {
      ...chosen({ id: "wasmtime", version: "v47.0.2" }),
      network: { authorities },
    },
  ],
  [
    "a server without TLS",
    {
      ...chosen({ ...tool, own: { url: "http://images.lan/tool-1.0.raw" } }),
      network: { authorities },
    },
  ],
])("Ignition trusts enough with %s", (_, stored) => {
  expect(said(stored)).toEqual([]);
});

test("the mirror is a server of one's own, whatever its name", () => {
  const bakery = "https://mirror.example.com/ext/";
  const stored = {
    target: { mirror: "https://mirror.example.com/" },
    extensions: { bakery, chosen: [{ id: "wasmtime", version: "v47.0.2" }] },
    network: { authorities },
  };
  expect(said(stored)).toEqual([
    "authority-not-of-ignition network.authorities",
  ]);
});

test("Flatcar's own extensions from a server that an authority of one's own signed", () => {
  const stored = (server: string) => ({
    ...chosen({ id: "podman" }),
    network: { authorities },
    kernel: { arguments: [`flatcar.release_file_server_url=${server}`] },
  });
  expect(said(stored("https://mirror.lan/flatcar"))).toEqual([
    "authority-not-of-initrd kernel.arguments.0",
  ]);
  expect(said(stored("http://mirror.lan/flatcar"))).toEqual([]);
});
