// @vitest-environment happy-dom
import { act } from "react";
import { expect, onTestFinished, test, vi } from "vitest";
import { formPage } from "@/components/sections/testing/form-page";
import { TargetForm } from "@/components/sections/target-form";
import { useComposer } from "@/lib/state/provider";
import { showField, useView } from "@/lib/state/view-store";
import { AirGapDialog } from "./air-gap-dialog";
import { HandedOver } from "./handed-over";

const page = formPage();
const { draw, click, type, settled } = page;
const text = () => page.place.textContent;

/** Both views work out what they show while others draw. */
const until = async (check: () => void) => {
  for (const end = Date.now() + 8_000; ; ) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    try {
      return check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
};

function HandedOverHere() {
  const outcome = useComposer((state) => state.outcome);
  return outcome ? (
    <HandedOver outcome={outcome} onCopy={copied} onDownload={downloaded} />
  ) : null;
}

const copied = vi.fn();
const downloaded = vi.fn();

const big = {
  target: { platform: "aws" },
  units: {
    units: Array.from({ length: 60 }, (_, index) => ({
      name: `a${index}.service`,
      contents: `[Unit]\nDescription=${"word ".repeat(60)}\n[Service]\nExecStart=/bin/true\n`,
    })),
  },
};

test("user data that is too big shows where its bytes are, and is packed in one click", async () => {
  await draw(<HandedOverHere />, big);
  await until(() => expect(text()).toContain("Where the"));
  expect(text()).toContain("Units");
  expect(text()).toContain("52 smaller ones");
  expect(text()).toMatch(/Pack it with gzip.*[\d,]+ bytes, [\d,]+ fewer/);
  await click("Pack it with gzip");
  const { preset, outcome } = await settled();
  expect(preset.target.handOver).toBe("wrapped");
  expect(outcome!.userData!.room).toBe("plenty");
  await until(() => expect(text()).toContain("Hand it over as it is"));
});

test("a pointer's file is handed over byte for byte, with its address", async () => {
  await draw(<HandedOverHere />, {
    target: {
      handOver: "pointer",
      handOverFrom: "https://example.com/nodes/node-1.ign",
    },
    identity: { hostname: "node-1" },
  });
  const { outcome } = await settled();
  await click("Download the file");
  expect(downloaded).toHaveBeenLastCalledWith(outcome!.compact, "node-1.ign");
  await click("Copy the address");
  expect(copied).toHaveBeenLastCalledWith(
    "https://example.com/nodes/node-1.ign",
    "the address",
  );
});

test("a pointer's file is not named as what the platform gets", async () => {
  await draw(<HandedOverHere />, {
    target: {
      handOver: "pointer",
      handOverFrom: "https://example.com/config.ign",
    },
  });
  await settled();
  await click("Download the file");
  expect(downloaded).toHaveBeenLastCalledWith(expect.anything(), "upload.ign");
});

test("the way is a field of Target, and its address comes and goes with it", async () => {
  await draw(<TargetForm />);
  await click("From an address");
  await type("Address of the config", "https://example.com/a.ign");
  expect((await settled()).preset.target).toMatchObject({
    handOver: "pointer",
    handOverFrom: "https://example.com/a.ign",
  });
  await click("As it is");
  const { target } = (await settled()).preset;
  expect(target).not.toHaveProperty("handOver");
  expect(text()).not.toContain("Address of the config");
});

test("of a node without a config the air gap dialog does not say that it fetches nothing", async () => {
  await draw(<AirGapDialog onClose={() => {}} />, {
    rest: { text: "passwd:\n  users:\n    - name: 1\n    - name: 1\n" },
  });
  await until(() => expect(text()).toContain("nobody knows what it fetches"));
  expect(text()).not.toContain("fetches nothing");
});

test("the air gap dialog shows and hands out addresses without the logins in them", async () => {
  await draw(<AirGapDialog onClose={() => {}} />, {
    target: { platform: "vultr" },
    identity: { hostname: "node-1" },
    files: {
      files: [
        {
          path: "/opt/a.bin",
          contents: {
            kind: "fetch",
            source: "https://me:hunter2@files.example/a.bin",
          },
        },
      ],
    },
  });
  await until(() => expect(text()).toContain("https://files.example/a.bin"));
  expect(text()).toContain("login left out");
  expect(text()).toContain("curl takes them from ~/.netrc");
  expect(page.place.innerHTML).not.toContain("hunter2");
});

test("a problem of the mirror leads to its field, which says what is wrong", async () => {
  const mirror = { target: { platform: "vultr", mirror: "ftp://mirror/" } };
  onTestFinished(() => useView.setState(useView.getInitialState(), true));
  useView.setState({ section: "users", dialog: null, focus: null });
  showField(["target", "mirror"], "target");
  expect(useView.getState()).toMatchObject({
    dialog: "air-gap",
    section: "users",
  });
  await draw(<AirGapDialog onClose={() => {}} />, mirror);
  const field = () => document.getElementById("f-target-mirror");
  await until(() => expect(field()).not.toBeNull());
  expect(document.activeElement).toBe(field());
  await until(() =>
    expect(text()).toContain("The mirror is no http or https address"),
  );
  expect(useView.getState().focus).toBeNull();
  // What is typed is another address than the one that this was said of.
  await type("Mirror", "https://mirror.lan/");
  expect(text()).not.toContain("is no http or https address");
});

test("the air gap dialog lists what is fetched and moves the node to a mirror", async () => {
  await draw(<AirGapDialog onClose={() => {}} />, {
    target: { platform: "vultr" },
    extensions: {
      chosen: [{ id: "wasmtime", version: "v47.0.2", updates: "any" }],
    },
  });
  await until(() =>
    expect(text()).toContain(
      "https://extensions.flatcar.org/extensions/wasmtime-v47.0.2-x86-64.raw",
    ),
  );
  expect(text()).toContain("Newer images, later");
  await type("Mirror", "https://mirror.lan/");
  expect(text()).toContain("3 public addresses to move");
  await click("Fetch from the mirror");
  await until(() => expect(text()).toContain("No public address is left."));
  const { preset } = await settled();
  expect(preset.target.mirror).toBe("https://mirror.lan/");
  expect(preset.extensions.bakery).toBe("https://mirror.lan/extensions/");
  await until(() =>
    expect(text()).toContain(
      "https://mirror.lan/extensions/wasmtime-v47.0.2-x86-64.raw",
    ),
  );
  await click("No mirror");
  expect((await settled()).preset.target).not.toHaveProperty("mirror");
});
