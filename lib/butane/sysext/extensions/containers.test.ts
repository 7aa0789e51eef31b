import { describe, expect, test } from "vitest";
import { both, chosen, emitted, only, wants } from "../testing";

describe("containerd", () => {
  const path = "/etc/containerd/config.toml";
  const dropin = "90-custom-config.conf";

  test("2.x runs on what the image brings", () => {
    const document = only("containerd", {}, { version: "2.3.3" });
    expect(document.file(path)).toBeUndefined();
    expect(document.dropins).toEqual([]);
  });

  test("1.7 gets a configuration it can read", () => {
    const document = only("containerd", {}, { version: "1.7.34" });
    expect(document.text(path)).toMatch(/^version = 2\n/);
    expect(document.dropin("containerd.service", dropin)).toBe(
      "[Service]\nEnvironment=CONTAINERD_CONFIG=/etc/containerd/config.toml\n",
    );
  });

  test("cgroupfs takes the image's other file, and is built into ours", () => {
    const params = { cgroupDriver: "cgroupfs" };
    expect(
      only("containerd", params, { version: "2.3.3" }).dropin(
        "containerd.service",
        dropin,
      ),
    ).toContain("CONTAINERD_CONFIG=/usr/share/containerd/config-cgroupfs.toml");
    expect(
      only("containerd", params, { version: "1.7.34" }).text(path),
    ).toContain("SystemdCgroup = false");
  });

  test.each([
    ["version = 3", "io.containerd.cri.v1.runtime"],
    ["version = 2", "io.containerd.grpc.v1.cri"],
  ])("with a configuration of %s, Kata joins it under %s", (own, plugin) => {
    const document = both(
      chosen({
        id: "containerd",
        version: "2.3.3",
        params: { customConfig: own },
      }),
      chosen({ id: "kata-containers" }),
    );
    const texts = document.files
      .filter(({ entry }) => entry.path === path)
      .map(({ entry }) => entry.contents?.inline);
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toBe(
      `${own}\n\n[plugins."${plugin}".containerd.runtimes.kata]\n  runtime_type = "io.containerd.kata.v2"\n`,
    );
  });

  test("Kata and overlaybd share one configuration on the built-in one", () => {
    const document = both(
      chosen({ id: "kata-containers" }),
      chosen({ id: "overlaybd" }),
    );
    const files = document.files.filter(({ entry }) => entry.path === path);
    expect(files).toHaveLength(2);
    expect(files[0]?.entry).toEqual(files[1]?.entry);
    expect(document.text(path)).toContain("runtimes.kata]");
    expect(document.text(path)).toContain("[proxy_plugins.overlaybd]");
  });
});

describe("Docker", () => {
  test("flags are merged with those of the NVIDIA runtime, whose drop-in they replace", () => {
    const docker = chosen({ id: "docker", params: { dockerOpts: "--debug" } });
    const name = "20-docker-opts.conf";
    expect(
      emitted({ chosen: [docker] }).dropin("docker.service", name),
    ).toContain("Environment=DOCKER_OPTS=--debug\n");
    expect(
      both(docker, chosen({ id: "nvidia-runtime" })).dropin(
        "docker.service",
        name,
      ),
    ).toContain(
      'Environment="DOCKER_OPTS=--add-runtime=nvidia=nvidia-container-runtime --debug"\n',
    );
  });

  test("users but core join its group by a record of their own", () => {
    const document = only("docker", { dockerUsers: ["core", "alice"] });
    expect(document.text("/etc/userdb/alice:docker.membership")).toBe(" ");
    expect(document.files).toHaveLength(2);
  });

  test("the built-in one takes the same settings and brings no image", () => {
    const document = only("builtin:docker", { startAtBoot: true });
    expect(document.link(wants("docker.service"))?.target).toBe(
      "/usr/lib/systemd/system/docker.service",
    );
    expect(document.files).toEqual([]);
  });
});

test.each([
  ["v1.9.2", true],
  ["v2.5.2", false],
])("wasmCloud %s knows a lattice: %s", (version, known) => {
  const document = only("wasmcloud", { lattice: "main" }, { version });
  const text = document.dropin(
    "wasmcloud.service",
    "10-wasmcloud-env-override.conf",
  );
  expect(text).toBe(
    known ? "[Service]\nEnvironment=WASMCLOUD_LATTICE=main\n" : undefined,
  );
});

test("the NVIDIA driver is compiled on the node only without its extension", () => {
  const runtime = chosen({
    id: "nvidia-runtime",
    params: { driverVersion: "460.106.00" },
  });
  const path = "/etc/flatcar/nvidia-metadata";
  expect(emitted({ chosen: [runtime] }).text(path)).toBe(
    "NVIDIA_DRIVER_VERSION=460.106.00\n",
  );
  expect(both(runtime, chosen({ id: "nvidia" })).file(path)).toBeUndefined();
});

test("a ZFS pool is created once, and Docker moves into it", () => {
  const document = only("zfs", {
    devices: ["/dev/disk/by-id/a", "/dev/disk/by-id/b"],
    layout: "mirror",
    docker: true,
  });
  const unit = document.unit("zpool-create.service")?.contents;
  expect(unit).toContain("ConditionFirstBoot=1\n");
  expect(unit).toContain(
    "ExecStart=zpool create tank mirror /dev/disk/by-id/a /dev/disk/by-id/b\n",
  );
  expect(document.text("/etc/docker/daemon.json")).toContain('"zfs"');
  // zfs.target does not wait for a pool that the first boot still makes.
  expect(document.dropin("docker.service", "zfs.conf")).toContain(
    "After=zfs.target zpool-create.service\n",
  );
});

test("a layout that ZFS does not know is none", () => {
  const unit = only("zfs", {
    devices: ["/dev/disk/by-id/a"],
    layout: "mirror ; reboot",
  }).unit("zpool-create.service");
  expect(unit?.contents).toContain(
    "ExecStart=zpool create tank /dev/disk/by-id/a\n",
  );
});

test("a daemon.json of Docker's own that names its driver stands alone beside ZFS", () => {
  const zfs = chosen({
    id: "zfs",
    params: { devices: ["/dev/disk/by-id/a"], docker: true },
  });
  const files = (daemonJson: string, id = "docker") =>
    both(
      zfs,
      chosen({ id, version: "29.6.2", params: { daemonJson } }),
    ).files.filter(({ entry }) => entry.path === "/etc/docker/daemon.json");
  expect(files('{"storage-driver": "zfs"}')).toHaveLength(1);
  expect(files('{"storage-driver": "zfs"}', "builtin:docker")).toHaveLength(1);
  // Nobody chose a driver here, so both files stand and validation names the clash.
  expect(files('{"debug": true}')).toHaveLength(2);
});

test("Incus gets its range of ids appended to what is there", () => {
  const document = only("incus");
  for (const path of ["/etc/subuid", "/etc/subgid"]) {
    expect(document.file(path)).toEqual({
      path,
      append: [{ inline: "root:1065536:65536\n" }],
    });
  }
});

test.each([
  ["zfs", '    driver: zfs\n    config:\n      size: "5GiB"\n'],
  ["dir", "    driver: dir\nprofiles:\n"],
])("Incus on %s is set up without a word of YAML", (storage, pool) => {
  const document = only("incus", { storage, poolSize: "5GiB" });
  expect(document.text("/etc/incus/pre-seed.yaml")).toContain(pool);
  expect(document.unit("incus-admin-init.service")?.contents).toContain(
    "StandardInput=file:/etc/incus/pre-seed.yaml\n",
  );
});

test("words of one's own for Incus take the place of what would be chosen", () => {
  const preseed = "config: {}\n";
  const document = only("incus", { storage: "zfs", preseed });
  expect(document.text("/etc/incus/pre-seed.yaml")).toBe(preseed);
});

test.each([
  ["v1.18.0", 0],
  ["v1.18.1", 2],
])("NVIDIA's device descriptions of %s have %i units", (version, count) => {
  const document = only("nvidia-runtime", { cdiRefresh: true }, { version });
  const links = document.links.filter(({ entry }) =>
    entry.path.includes(".wants/nvidia-cdi-refresh."),
  );
  expect(links).toHaveLength(count);
});

test("kubeadm is told the socket that CRI-O is said to have", () => {
  const unit = both(
    chosen({ id: "kubernetes", params: { role: "control-plane" } }),
    chosen({ id: "crio", params: { criSocket: "unix:///run/crio.sock" } }),
  ).unit("kubeadm.service");
  expect(unit?.contents).toContain("--cri-socket=unix:///run/crio.sock");
});

test.each([
  ["https://example.com/x.wasm", "/var/lib/wasm/app.wasm"],
  ["/opt/x.wasm", "/opt/x.wasm"],
  ["/srv/my apps/100% $x.wasm", '"/srv/my apps/100%% $$x.wasm"'],
])("Wasmtime runs the module %s", (module, path) => {
  const document = only("wasmtime", { module, runArgs: "--dir=/data" });
  expect(document.unit("wasmtime-app.service")?.contents).toContain(
    `ExecStart=/usr/bin/wasmtime run --dir=/data ${path}\n`,
  );
});
