// @vitest-environment happy-dom
import { act } from "react";
import { unzipSync } from "fflate";
import { beforeEach, expect, test, vi } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import { FleetDialog } from "./fleet-dialog";
import { useFleet } from "./fleet-state";

const page = formPage();
const draw = (hostname: string) =>
  page.draw(<FleetDialog onClose={() => {}} />, {
    kindling: 1,
    identity: { hostname },
  });
const status = () => page.place.querySelector('[role="status"]')?.textContent;
// What happens in an `act` is drawn at its end.
const until = async (check: () => void) => {
  for (const end = Date.now() + 5_000; ; ) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    try {
      return check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
};
const settled = (expected: string) =>
  until(() => expect(status()).toBe(expected));
const button = (name: RegExp) =>
  [...page.place.querySelectorAll("button")].find((one) =>
    name.test(one.textContent.trim()),
  );

beforeEach(() =>
  useFleet.setState({ table: { text: "" }, role: "", others: [] }),
);

test("a node without a variable is given one", async () => {
  await draw("");
  expect(page.place.textContent).toContain("no variable yet");
  await page.click("Use {{host}} as the hostname");
  expect(page.state().preset.identity.hostname).toBe("{{host}}");
  await page.click("Begin with the columns host");
  expect(useFleet.getState().table.text).toBe("host\n");
});

test("rows are looked at, and what is wrong stands there once", async () => {
  await draw("{{host}}");
  await page.type("Table of nodes", "host\nweb-1\nweb 2\nweb 3\n");
  await settled("3 nodes, 2 with errors: those are left out.");
  const problems = page.place.querySelectorAll('[data-code="hostname-blank"]');
  expect(problems).toHaveLength(1);
  expect(problems[0]!.textContent).toContain("Line 3Line 4");
  await page.type("Table of nodes", "hots\nweb-1\n");
  await settled("Nothing can be made of this table yet.");
  expect(button(/^Download/)?.disabled).toBe(true);
});

test("without another role, every row is of this node", async () => {
  useFleet.setState({ role: "left behind" });
  await draw("{{host}}");
  await page.type("Table of nodes", "host\nweb-1\n");
  await settled("1 node, no errors.");
});

test("a worker that cannot start is done without", async () => {
  class NoWorker {
    onerror?: () => void;
    postMessage() {
      setTimeout(() => this.onerror?.());
    }
    terminate() {}
  }
  vi.stubGlobal("Worker", NoWorker);
  await draw("{{host}}");
  await page.type("Table of nodes", "host\nweb-1\n");
  await settled("1 node, no errors.");
  vi.unstubAllGlobals();
});

test("the archive holds what the command line writes", async () => {
  const saved: Blob[] = [];
  vi.stubGlobal(
    "URL",
    Object.assign(class extends URL {}, {
      createObjectURL: (blob: Blob) => (saved.push(blob), "blob:x"),
      revokeObjectURL: () => {},
    }),
  );
  await draw("{{host}}");
  await page.type("Table of nodes", "host\nweb-1\nweb-2\n");
  await settled("2 nodes, no errors.");
  await page.click("Download 2 nodes");
  await until(() => expect(saved).toHaveLength(1));
  const files = unzipSync(new Uint8Array(await saved[0]!.arrayBuffer()));
  expect(Object.keys(files)).toEqual([
    "web-1/config.ign",
    "web-2/config.ign",
    "fleet.tf.json",
    "SHA256SUMS",
    "manifest.json",
  ]);
});
