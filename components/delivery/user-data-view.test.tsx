// @vitest-environment happy-dom
import { act } from "react";
import { gunzipSync } from "node:zlib";
import { beforeEach, expect, test, vi } from "vitest";
import { drawing } from "@/components/ui/testing/drawing";
import { platformById, platforms } from "@/lib/delivery/platforms";
import { readCpio, readIso } from "@/lib/delivery/testing/images";
import { userDataFor } from "@/lib/delivery/user-data";
import { UserDataView } from "./user-data-view";

/** What comes comes soon; a busy machine takes longer. */
const patient = { timeout: 20_000 };

const config = `{"ignition":{"version":"3.3.0"},"note":"Zürich ${"k".repeat(3_000)}"}`;
const node = {
  name: "node-1",
  architecture: "x86-64",
  channel: "stable",
} as const;

const page = drawing();
/** What was copied or downloaded last, and under which name. */
let taken: [content: string | Uint8Array, name: string] | null;

beforeEach(() => {
  taken = null;
});

const take = (content: string | Uint8Array, name: string) => {
  taken = [content, name];
};

function draw(id: string, text = config) {
  const userData = userDataFor(platformById(id)!, text, node);
  page.render(
    <UserDataView userData={userData} onCopy={take} onDownload={take} />,
  );
}

const controls = () =>
  [...page.place.querySelectorAll<HTMLElement>("button, label")].map(
    (control) => [control.textContent.trim(), control] as const,
  );

/** Clicks the control of that name and waits until something was taken. */
async function takeBy(name: string) {
  taken = null;
  const [, control] = controls().find(([text]) => text === name)!;
  act(() => control.click());
  await vi.waitFor(() => expect(taken).not.toBeNull(), patient);
  return taken!;
}

async function encode(name: string) {
  const [, label] = controls().find(([text]) => text === name)!;
  await act(async () => label.click());
}

test("every button of every platform has a name of its own", () => {
  for (const { id } of platforms) {
    draw(id);
    const names = controls().map(([text]) => text);
    expect(new Set(names).size, id).toBe(names.length);
    expect(names).not.toContain("");
  }
});

test("a config drive is made as it is asked for", async () => {
  draw("openstack");
  const [bytes, name] = await takeBy("Download config-drive.iso");
  expect(name).toBe("config-drive.iso");
  const { files } = readIso(bytes as Uint8Array);
  expect(String(files.get("/openstack/latest/user_data"))).toBe(config);
});

test("PXE gets an archive with the config", async () => {
  draw("pxe");
  const [bytes, name] = await takeBy("Download oem.cpio.gz");
  expect(name).toBe("oem.cpio.gz");
  const files = readCpio(gunzipSync(bytes as Uint8Array));
  expect(String(files.get("usr/share/oem/config.ign")!.body)).toBe(config);
});

test("what is copied follows the picked encoding", async () => {
  draw("aws");
  expect(await takeBy("Copy user data")).toEqual([config, "user data"]);
  await encode("base64");
  await vi.waitFor(
    () => expect(page.place.textContent).toContain("ign.b64"),
    patient,
  );
  const [text] = await takeBy("Copy user data, base64");
  expect(Buffer.from(text as string, "base64").toString()).toBe(config);
  expect(page.place.textContent).toContain("Terraform's user_data_base64");
});

test("commands that read config.ign have it beside guestinfo lines", async () => {
  draw("vmware");
  expect(await takeBy("Download config.ign")).toEqual([config, "config.ign"]);
  const [lines, name] = await takeBy("Download");
  expect(name).toBe("guestinfo.txt");
  expect(lines).toMatch(/^guestinfo\.ignition\.config\.data = "/);
});

test("an encoding in which the config does not fit says so", async () => {
  draw("vmware", config.repeat(20));
  expect(page.place.textContent).not.toContain("limit, too big");
  await encode("base64");
  await vi.waitFor(
    () =>
      expect(page.place.textContent).toContain("against the limit, too big."),
    patient,
  );
});

test.each([
  ["aws", /3,\d{3} bytes of 16,384: AWS documentation.*verified/],
  ["exoscale", /Check the limit with the platform\. not verified/],
  ["qemu", /bytes; no limit: a file of the host\./],
  ["scaleway", /bytes; limit not known: /],
  ["kubevirt", /Above it, keep it in a Secret/],
])("%s says how sure its limit is", (id, words) => {
  draw(id);
  expect(page.place.textContent).toMatch(words);
});
