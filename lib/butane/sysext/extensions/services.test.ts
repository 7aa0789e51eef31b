import { describe, expect, test } from "vitest";
import type { NodeExtensions } from "../node";
import { chosen, emitted, only, wants } from "../testing";

test("Tailscale always finds its port, and logs in only with a key", () => {
  const path = "/etc/default/tailscaled";
  const bare = only("tailscale", { upArgs: "--ssh" });
  expect(bare.text(path)).toBe('PORT="41641"\nFLAGS=""\n');
  expect(bare.units).toEqual([]);
  const keyed = only("tailscale", { authKey: "tskey-auth-x", upArgs: "--ssh" });
  expect(keyed.file("/etc/tailscale/authkey")).toMatchObject({ mode: 0o600 });
  const unit = keyed.unit("tailscale-up.service")?.contents;
  expect(unit).toContain(
    "ExecStart=/usr/bin/tailscale up --auth-key=file:/etc/tailscale/authkey --ssh\n",
  );
  expect(unit).not.toContain("tskey-auth-x");
});

test("chrony replaces timesyncd and is started by its real name", () => {
  const document = only("chrony", { servers: ["ntp.example"] });
  expect(document.text("/etc/chrony/chrony.conf")).toBe(
    "server ntp.example iburst\ndriftfile /var/lib/chrony/drift\nmakestep 1.0 3\nrtcsync\n",
  );
  expect(document.unit("systemd-timesyncd.service")?.mask).toBe(true);
  expect(document.link(wants("chronyd.service"))).toBeDefined();
  expect(only("chrony", { maskTimesyncd: false }).units).toEqual([]);
});

test.each([
  ["server", true, false],
  ["client", false, true],
  ["server+client", true, true],
] as const)(
  "Nomad as %s always has a configuration",
  (role, server, client) => {
    const text = only("nomad", { role }).text("/etc/nomad.d/nomad.hcl");
    expect(text?.includes("server {")).toBe(server);
    expect(text?.includes("client {")).toBe(client);
  },
);

test("Ollama is reached from the node alone", () => {
  expect(
    only("ollama").dropin("ollama.service", "10-ollama-env-override.conf"),
  ).toContain("Environment=OLLAMA_HOST=127.0.0.1:11434\n");
});

test("an empty field of Ollama leaves what the image sets", () => {
  const name = ["ollama.service", "10-ollama-env-override.conf"] as const;
  const text = only("ollama", { home: " ", runners: "" }).dropin(...name);
  expect(text).not.toMatch(/HOME|RUNNERS/);
  expect(text).toContain("OLLAMA_MODELS");
  const empty = { host: "", home: "", models: "", runners: "" };
  expect(only("ollama", empty).dropin(...name)).toBeUndefined();
});

test("a scheduler that does not exist is the image's: the unit hands it to a shell", () => {
  const text = (params: object) =>
    only("scx", params as never).text("/etc/default/scx");
  expect(text({ scheduler: "scx_lavd; reboot" })).toBeUndefined();
  expect(text({ scheduler: "x", flags: "-m performance" })).toBe(
    'SCX_SCHEDULER_OVERRIDE=scx_bpfland\nSCX_FLAGS_OVERRIDE="-m performance"\n',
  );
});

describe("settings that older releases read too early", () => {
  const late = (over: Partial<NodeExtensions>) =>
    emitted({
      chosen: [
        chosen({ id: "haproxy" }),
        chosen({ id: "falco" }),
        chosen({ id: "coder" }),
      ],
      ...over,
    }).unit("extension-settings.service");

  test.each([
    ["no exact release", {}],
    ["4593.2.5", { release: [4593, 2, 5] as const }],
  ])("are applied again with %s, ahead of all who need them", (_, over) => {
    expect(late(over)?.contents).toContain(
      "Before=coder-workspace-proxy.service coder.service falco-modern-bpf.service haproxy.service\n",
    );
  });

  test("are left alone from 4628 on", () => {
    expect(late({ release: [4628, 0, 0] })).toBeUndefined();
  });
});

test("Falco's rules follow by falcoctl, or it is masked", () => {
  const unit = "falcoctl-artifact-follow.service";
  expect(only("falco").link("/etc/falcoctl/falcoctl.yaml")?.target).toBe(
    "/usr/share/falco/etc/falcoctl/falcoctl.yaml",
  );
  expect(only("falco", { artifactFollow: false }).unit(unit)?.mask).toBe(true);
});

test("opkssh touches SSH only when it knows whom to let in", () => {
  const sshd = "/etc/ssh/sshd_config.d/99-opkssh.conf";
  expect(
    only("opkssh", { providers: "https://a b 24h" }).file(sshd),
  ).toBeUndefined();
  const document = only("opkssh", {
    providers: "https://a b 24h",
    authId: "core a@b https://a",
  });
  expect(document.file(sshd)?.mode).toBe(0o600);
  expect(document.file("/etc/opk/auth_id")).toMatchObject({
    mode: 0o640,
    group: { id: 999 },
  });
  expect(document.users[0]?.entry).toMatchObject({
    name: "opksshuser",
    uid: 999,
  });
});

test("Consul gets the user, the directory and the file that its image lacks", () => {
  const document = only("consul", {
    role: "server",
    retryJoin: ["10.0.0.1"],
    encrypt: "a2V5",
    extraHcl: "ui = true",
  });
  expect(document.users[0]?.entry.name).toBe("consul");
  expect(document.groups[0]?.entry.name).toBe("consul");
  expect(document.directories[0]?.entry).toMatchObject({
    path: "/var/lib/consul",
    mode: 0o750,
  });
  expect(document.file("/etc/consul.d/consul.hcl")).toMatchObject({
    mode: 0o640,
    group: { name: "consul" },
  });
  expect(document.text("/etc/consul.d/consul.hcl"))
    .toBe(`data_dir = "/var/lib/consul"
datacenter = "dc1"
server = true
bootstrap_expect = 1
retry_join = ["10.0.0.1"]
encrypt = "a2V5"
ui = true
`);
});

test("Vault's own configuration belongs to a group that is there in time", () => {
  expect(only("vault").users).toEqual([]);
  const document = only("vault", { hcl: "ui = true", env: "A=b" });
  expect(document.groups[0]?.entry.name).toBe("vault");
  expect(document.file("/etc/vault.d/vault.hcl")).toMatchObject({
    mode: 0o640,
    group: { name: "vault" },
  });
  expect(document.file("/etc/vault.d/vault.env")?.mode).toBe(0o600);
});

test("Flatcar's own extensions share one list", () => {
  const document = emitted({
    chosen: [
      chosen({ id: "zfs" }),
      chosen({ id: "nvidia", params: { driver: "nvidia-drivers-535" } }),
      chosen({ id: "podman" }),
    ],
  });
  expect(document.text("/etc/flatcar/enabled-sysext.conf")).toBe(
    "zfs\nnvidia-drivers-535\npodman\n",
  );
});
