// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import { useComposer } from "@/lib/state/provider";
import { useView } from "@/lib/state/view-store";
import { BootViews } from "./boot-views";

const page = formPage();
const { draw, click, type, settled } = page;

function Shown({ view }: { view: "first-boot" | "files" }) {
  const butane = useComposer((state) => state.outcome?.butane ?? "");
  return <BootViews view={view} butane={butane} nothing={<p>nothing</p>} />;
}

const node = {
  identity: { hostname: "node-1" },
  users: { users: [{ name: "ops", uid: "1000" }] },
  extensions: { chosen: [{ id: "k3s", version: "v1.32.2+k3s1" }] },
};

test("the steps stand in order, say what needs the network, and lead to their field", async () => {
  await draw(<Shown view="first-boot" />, node);
  await settled();
  const titles = [...page.place.querySelectorAll("h4")].map(
    ({ textContent }) => textContent,
  );
  expect(titles.slice(0, 4)).toEqual([
    "Ignition reads the config",
    "Sets up users and groups",
    "Fetches 1 file",
    "Writes 1 file, 2 links",
  ]);
  const download = [...page.place.querySelectorAll("li")].find((one) =>
    one.querySelector(":scope > div > h4")?.textContent?.startsWith("Fetches"),
  );
  expect(download?.textContent).toContain("needs the network");
  expect(download?.querySelector("details")?.textContent).toContain(
    "emergency shell",
  );
  await click("ops");
  expect(useView.getState().section).toBe("users");
});

test("a file opens to its contents, and the tree is filtered by path", async () => {
  await draw(<Shown view="files" />, node);
  await settled();
  await click("hostname");
  expect(page.place.querySelector("pre")?.textContent).toBe("node-1\n");
  await click("Show in the form: /etc/hostname");
  expect(useView.getState().section).toBe("identity");
  expect(page.place.textContent).toContain("K3s");
  await typeFilter("hostname");
  expect(page.place.textContent).not.toContain("k3s.raw");
  await typeFilter("no such path");
  expect(page.place.textContent).toContain("No path has that in it.");
});

test("of disks it shows where they are mounted, and what only the node knows", async () => {
  await draw(<Shown view="files" />, {
    storage: {
      luks: [{ name: "secret", device: "/dev/sdb", wipe: true }],
      filesystems: [
        {
          device: "/dev/mapper/secret",
          format: "ext4",
          path: "/srv/secret",
          wipe: true,
        },
      ],
    },
  });
  await settled();
  await typeFilter("sec");
  expect(page.place.textContent).toContain(
    "0755 0:0the ext4 on /dev/mapper/secret",
  );
  expect(page.place.textContent).toContain("known on the first boot");
  await click("secret");
  expect(page.place.textContent).toContain(
    "A key of 8,192 random hexadecimal digits, which Ignition makes.",
  );
  await typeFilter("crypttab");
  await click("crypttab");
  expect(page.place.querySelector("pre")?.textContent).toBe(
    "secret UUID=… /etc/luks/secret luks\n",
  );
  await click("Show in the form: /etc/crypttab");
  expect(useView.getState().section).toBe("storage");
});

test("a text that makes no config has no first boot", async () => {
  await draw(<Shown view="first-boot" />, {
    files: { files: [{ path: "not/absolute" }] },
  });
  await settled();
  expect(page.place.textContent).toBe("nothing");
});

test("of another system nothing is told", async () => {
  await draw(<Shown view="first-boot" />, {
    target: { variant: "fcos", spec: "1.5.0" },
  });
  await settled();
  expect(page.place.textContent).toContain("for the variant fcos");
});

const typeFilter = (text: string) => type("Filter by path", text);
