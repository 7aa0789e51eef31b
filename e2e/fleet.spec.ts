import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { parsePreset } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { expect, test } from "./fixtures";

const node = parsePreset({
  kindling: 1,
  target: { platform: "vmware" },
  identity: { hostname: "{{host}}" },
  files: {
    files: [
      { path: "/etc/rack", contents: { kind: "text", text: "{{rack}}\n" } },
    ],
  },
});

const rows = Array.from(
  { length: 500 },
  (_, index) => `web-${index + 1};rack ${index % 7}`,
);

type WithWorkers = typeof globalThis & { workers?: string[] };

/** Notes the names of the page's workers; not every browser tells of them itself. */
function noteWorkers() {
  const names: string[] = [];
  (self as WithWorkers).workers = names;
  self.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      names.push(options?.name ?? "");
    }
  };
}

// A Firefox that is driven by WebDriver BiDi tells nothing of downloads.
test("a table of 500 nodes becomes an archive @chromium", async ({
  composer,
}) => {
  if (!node.ok) throw new Error(node.error.sentence);
  const { page } = composer;
  await page.addInitScript(noteWorkers);
  await composer.openNode(encodeShare(node.value).link);
  await composer.command("Make a fleet of this node");
  const dialog = page.getByRole("dialog", { name: "Fleet" });
  await expect(dialog.getByText("{{rack}}", { exact: true })).toBeVisible();

  // A spreadsheet's file: semicolons, its line ends, a mark at its beginning. Two rows are wrong.
  const table = ["host;rack", ...rows, "web 501;1", "web-502;"].join("\r\n");
  await dialog.getByLabel("Table to open").setInputFiles({
    name: "nodes.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\ufeff${table}`),
  });
  await expect(dialog.getByRole("status")).toHaveText(
    "502 nodes, 2 with errors: those are left out.",
    { timeout: 30_000 },
  );
  const problems = dialog.getByRole("region", {
    name: "Problems of the fleet",
  });
  await expect(problems.locator('[data-code="hostname-blank"]')).toContainText(
    "web 501",
  );
  await expect(problems.locator('[data-code="missing-value"]')).toContainText(
    "rack",
  );

  // Looked at beside the page, not in it.
  const workers = await page.evaluate(() => (self as WithWorkers).workers);
  expect(workers).toContain("fleet");
  const downloading = page.waitForEvent("download", { timeout: 30_000 });
  await dialog.getByRole("button", { name: "Download 500 nodes" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("fleet.zip");
  const files = unzipSync(await readFile(await download.path()));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(Object.keys(files)).toHaveLength(2 * 500 + 3);
  expect(text("web-7/config.ign")).toContain("data:,web-7%0A");
  expect(text("web-7/config.ign")).toContain("data:,rack%206%0A");
  expect(text("web-7/guestinfo.txt")).toContain(
    Buffer.from(files["web-7/config.ign"]!).toString("base64"),
  );
  const manifest = JSON.parse(text("manifest.json")) as {
    nodes: unknown[];
    leftOut: unknown[];
  };
  expect(manifest.nodes).toHaveLength(500);
  expect(manifest.leftOut).toHaveLength(2);
});

test("a table is mended where the dialog points", async ({ composer }) => {
  const { page } = composer;
  await composer.openEmpty();
  await composer.command("Make a fleet of this node");
  const dialog = page.getByRole("dialog", { name: "Fleet" });
  await dialog
    .getByRole("button", { name: "Use {{host}} as the hostname" })
    .click();
  await dialog
    .getByRole("button", { name: "Begin with the columns host" })
    .click();
  const table = dialog.getByLabel("Table of nodes");
  await table.press("ControlOrMeta+End");
  await table.pressSequentially("web-1\nweb 2");
  await dialog.getByRole("button", { name: "Line 3" }).click();
  await expect(table).toBeFocused();
  await table.pressSequentially("web-2");
  await expect(dialog.getByRole("status")).toHaveText("2 nodes, no errors.");
  await expect(
    dialog.getByRole("button", { name: "Download 2 nodes" }),
  ).toBeEnabled();
});
