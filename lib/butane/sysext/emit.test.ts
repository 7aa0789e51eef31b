import { expect, test } from "vitest";
import { hasUpdates } from "./emit";
import { chosen, emitted, node, RecordingDocument } from "./testing";
import { emitCoordinator, emitSchedule } from "./updates";

const kubernetes = chosen({
  id: "kubernetes",
  version: "v1.32.2",
  updates: "patch",
});

test("Kubernetes v1.32.2 for arm64 with patch updates and kured is all there", () => {
  const document = emitted({
    chosen: [kubernetes],
    architecture: "arm64",
    coordinator: "kured",
  });
  const image = "/opt/extensions/kubernetes/kubernetes-v1.32.2-arm64.raw";
  expect(document.file(image)).toEqual({
    path: image,
    mode: 0o644,
    contents: {
      source:
        "https://extensions.flatcar.org/extensions/kubernetes-v1.32.2-arm64.raw",
    },
  });
  expect(document.link("/etc/extensions/kubernetes.raw")).toEqual({
    path: "/etc/extensions/kubernetes.raw",
    target: image,
  });
  expect(document.text("/etc/sysupdate.kubernetes.d/kubernetes-v1.32.conf"))
    .toBe(`[Transfer]
Verify=false

[Source]
Type=url-file
Path=https://extensions.flatcar.org/extensions/kubernetes/
MatchPattern=kubernetes-v1.32.@v-%a.raw

[Target]
InstancesMax=3
Type=regular-file
Path=/opt/extensions/kubernetes
CurrentSymlink=/etc/extensions/kubernetes.raw
`);
  expect(document.dropin("systemd-sysupdate.service", "kubernetes.conf"))
    .toBe(`[Service]
ExecStartPre=/usr/bin/sh -c "readlink --canonicalize /etc/extensions/kubernetes.raw > /run/kubernetes-sysext"
ExecStartPre=-/usr/lib/systemd/systemd-sysupdate -C kubernetes update
ExecStartPost=/usr/bin/sh -c "readlink --canonicalize /etc/extensions/kubernetes.raw > /run/kubernetes-sysext-new"
ExecStartPost=/usr/bin/sh -c "if ! cmp --silent /run/kubernetes-sysext /run/kubernetes-sysext-new; then touch /run/reboot-required; fi"
`);
});

test("noop.conf is written once, with its reason, and only for updates", () => {
  const two = emitted({
    chosen: [kubernetes, chosen({ id: "docker", updates: "any" })],
  });
  const noops = two.files.filter(
    ({ entry }) => entry.path === "/etc/sysupdate.d/noop.conf",
  );
  expect(noops).toHaveLength(1);
  expect(noops[0]?.placing.comment).toMatch(/matches nothing/i);
  const none = emitted({ chosen: [chosen({ id: "docker" })] });
  expect(none.text("/etc/sysupdate.d/noop.conf")).toBeUndefined();
  expect(none.dropins).toEqual([]);
});

test.each([
  ["reboot", "kured", "then touch /run/reboot-required;"],
  ["reboot", "none", "then touch /run/reboot-required;"],
  ["reboot", "locksmith", "then locksmithctl send-need-reboot;"],
  ["reboot", "fluo", "then locksmithctl send-need-reboot;"],
  ["reboot-now", "kured", "then systemctl --no-block reboot;"],
  ["refresh", "kured", "then systemctl restart systemd-sysext.service;"],
  [
    "restart",
    "kured",
    "then systemctl restart systemd-sysext.service && systemctl restart tailscaled.service;",
  ],
] as const)(
  "activation %s under %s runs %j",
  (activation, coordinator, text) => {
    const document = emitted({
      chosen: [chosen({ id: "tailscale", updates: "any", activation })],
      coordinator,
    });
    const name =
      activation === "reboot-now" ? "zz-tailscale.conf" : "tailscale.conf";
    expect(document.dropin("systemd-sysupdate.service", name)).toContain(text);
  },
);

test("an extension that reboots the node at once has its say last", () => {
  const document = emitted({
    chosen: [
      chosen({ id: "bird", updates: "any", activation: "reboot-now" }),
      chosen({ id: "wasmtime", updates: "any", activation: "refresh" }),
    ],
  });
  const names = document.dropins.map(({ entry }) => entry.name);
  expect([...names].sort()).toEqual(["wasmtime.conf", "zz-bird.conf"]);
});

test("activation at the next boot only fetches", () => {
  const document = emitted({
    chosen: [chosen({ id: "docker", updates: "any", activation: "next-boot" })],
  });
  expect(document.dropin("systemd-sysupdate.service", "docker.conf")).toBe(
    "[Service]\nExecStartPre=-/usr/lib/systemd/systemd-sysupdate -C docker update\n",
  );
});

test("a plus sign is the same in address, file and link", () => {
  const document = emitted({
    chosen: [chosen({ id: "k3s", version: "v1.32.2+k3s1", hash: "sha256-00" })],
  });
  const path = "/opt/extensions/k3s/k3s-v1.32.2+k3s1-x86-64.raw";
  expect(document.file(path)?.contents).toEqual({
    source:
      "https://extensions.flatcar.org/extensions/k3s-v1.32.2+k3s1-x86-64.raw",
    hash: "sha256-00",
  });
  expect(document.link("/etc/extensions/k3s.raw")?.target).toBe(path);
});

test("a mirror is used for images and updates alike", () => {
  const document = emitted({
    chosen: [kubernetes],
    bakery: "https://mirror.example/ext%20s",
  });
  expect(document.files[0]?.entry.contents?.source).toBe(
    "https://mirror.example/ext%20s/kubernetes-v1.32.2-x86-64.raw",
  );
  expect(
    document.text("/etc/sysupdate.kubernetes.d/kubernetes-v1.32.conf"),
  ).toContain("Path=https://mirror.example/ext%%20s/kubernetes/\n");
});

test("built-in extensions that are off become links to /dev/null that say why", () => {
  const document = emitted({ builtinOff: ["docker", "containerd"] });
  expect(document.links.map(({ entry }) => entry)).toEqual([
    {
      path: "/etc/extensions/docker-flatcar.raw",
      target: "/dev/null",
      overwrite: true,
    },
    {
      path: "/etc/extensions/containerd-flatcar.raw",
      target: "/dev/null",
      overwrite: true,
    },
  ]);
  for (const { placing } of document.links)
    expect(placing.comment).toBeTruthy();
});

test("Flatcar's own extensions are lines of one file and bring no image", () => {
  const document = emitted({
    chosen: [chosen({ id: "zfs", version: "", updates: "any" })],
  });
  expect(document.text("/etc/flatcar/enabled-sysext.conf")).toBe("zfs\n");
  expect(document.files).toHaveLength(1);
  expect(document.links).toEqual([]);
});

test("an own image keeps its name, takes a hash and is followed where it says", () => {
  const own = {
    url: "https://files.example/tool-1.4.0-x86-64.raw?x=1",
    updatesFrom: "https://files.example",
  };
  const document = emitted({
    chosen: [
      chosen({
        id: "tool",
        version: "",
        hash: "sha256-11",
        own,
        updates: "patch",
      }),
    ],
  });
  const path = "/opt/extensions/tool/tool-1.4.0-x86-64.raw";
  expect(document.file(path)?.contents).toEqual({
    source: own.url,
    hash: "sha256-11",
  });
  expect(document.link("/etc/extensions/tool.raw")?.target).toBe(path);
  const transfer = document.text("/etc/sysupdate.tool.d/tool-1.4.conf");
  expect(transfer).toContain("Path=https://files.example/\n");
  expect(transfer).toContain("MatchPattern=tool-1.4.@v-%a.raw\n");
});

test.each([
  ["https://files.example/tool.raw", "no version in its name"],
  ["https://files.example/", "no name at all"],
  ["nonsense\nfoo", "not an address"],
])("an own image from %j is never updated: %s", (url) => {
  const document = emitted({
    chosen: [
      chosen({
        id: "tool",
        version: "",
        updates: "any",
        own: { url, updatesFrom: "https://files.example/" },
      }),
    ],
  });
  expect(document.dropins).toEqual([]);
  expect(document.file("/opt/extensions/tool/tool.raw")?.contents?.source).toBe(
    url,
  );
});

test("a name that no image can have stays out of shell lines", () => {
  const document = emitted({
    chosen: [chosen({ id: 'a"; reboot; "', updates: "any" })],
  });
  expect(document.dropins).toEqual([]);
  expect(document.files).toHaveLength(1);
});

test.each([
  [{ schedule: "timer", calendar: "", randomDelay: "" }, true, undefined],
  [{ schedule: "manual", calendar: "", randomDelay: "" }, false, undefined],
  [
    { schedule: "calendar", calendar: "*-*-* 03:00:00", randomDelay: "30min" },
    true,
    "OnCalendar=\nOnCalendar=*-*-* 03:00:00\nRandomizedDelaySec=30min\nPersistent=true\n",
  ],
  [
    { schedule: "calendar", calendar: "Sat", randomDelay: "" },
    true,
    "OnCalendar=\nOnCalendar=Sat\nPersistent=true\n",
  ],
] as const)("schedule %j", (schedule, enabled, times) => {
  const document = new RecordingDocument();
  emitSchedule(document, schedule, ["updates"]);
  expect(document.unit("systemd-sysupdate.timer")).toEqual({
    name: "systemd-sysupdate.timer",
    enabled,
  });
  const dropin = document.dropin("systemd-sysupdate.timer", "schedule.conf");
  if (times) expect(dropin).toContain(times);
  else expect(dropin).toBeUndefined();
});

test.each([
  ["kured", true],
  ["fluo", true],
  ["locksmith", false],
  ["none", true],
] as const)(
  "with %s as coordinator locksmithd is masked: %s",
  (name, masked) => {
    const document = new RecordingDocument();
    emitCoordinator(document, name, ["updates"]);
    expect(document.unit("locksmithd.service")?.mask ?? false).toBe(masked);
    for (const { placing } of document.units)
      expect(placing.comment).toBeTruthy();
  },
);

test("whether the timer has work is known before anything is written", () => {
  expect(hasUpdates(node({ chosen: [kubernetes] }))).toBe(true);
  expect(hasUpdates(node({ chosen: [chosen({ id: "docker" })] }))).toBe(false);
  expect(
    hasUpdates(node({ chosen: [chosen({ id: "zfs", updates: "any" })] })),
  ).toBe(false);
});

test("origins lead back to the field that asked", () => {
  const document = emitted({
    chosen: [chosen({ id: "tailscale", params: { authKey: "tskey-auth-1" } })],
  });
  const origin = (path: string) =>
    document.files.find(({ entry }) => entry.path === path)?.placing.origin;
  expect(
    origin("/opt/extensions/tailscale/tailscale-1.2.3-x86-64.raw"),
  ).toEqual(["extensions", "chosen", 0, "version"]);
  expect(origin("/etc/tailscale/authkey")).toEqual([
    "extensions",
    "chosen",
    0,
    "params",
    "authKey",
  ]);
});
