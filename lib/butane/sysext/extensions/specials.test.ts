import { describe, expect, test } from "vitest";
import type { ChosenImage, NodeExtensions } from "../node";
import type { ParamValue } from "../extension";
import { chosen, emitted } from "../testing";

/** A node with one extension and some of its parameters. */
function only(
  id: string,
  params: Readonly<Record<string, ParamValue>> = {},
  over: Partial<ChosenImage> = {},
) {
  return emitted({ chosen: [chosen({ id, params, ...over })] });
}

function both(one: ChosenImage, other: ChosenImage) {
  return emitted({ chosen: [one, other] });
}

const wants = (unit: string) =>
  `/etc/systemd/system/multi-user.target.wants/${unit}`;

describe("Kubernetes", () => {
  test("without a role it brings the binaries and nothing else", () => {
    const document = only("kubernetes");
    expect(document.units).toEqual([]);
    expect(document.files).toHaveLength(1);
  });

  test("a control plane is started once, without a time limit, and hands core its kubeconfig", () => {
    const unit = only("kubernetes", {
      role: "control-plane",
      initArgs: "--pod-network-cidr=10.244.0.0/16",
    }).unit("kubeadm.service");
    expect(unit).toEqual({
      name: "kubeadm.service",
      enabled: true,
      contents: `[Unit]
Description=Kubeadm service
Requires=containerd.service
After=containerd.service
Wants=network-online.target
After=network-online.target
ConditionPathExists=!/etc/kubernetes/kubelet.conf

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/kubeadm init --pod-network-cidr=10.244.0.0/16
ExecStart=/usr/bin/mkdir -p /home/core/.kube
ExecStart=/usr/bin/cp /etc/kubernetes/admin.conf /home/core/.kube/config
ExecStart=/usr/bin/chown -R core:core /home/core/.kube

[Install]
WantedBy=multi-user.target
`,
    });
  });

  test.each([
    ["", "kubeadm init --cri-socket=unix:///var/run/crio/crio.sock\n"],
    ["--cri-socket=unix:///x", "kubeadm init --cri-socket=unix:///x\n"],
  ])(
    "with CRI-O and the arguments %j its socket is named once",
    (initArgs, line) => {
      const params = { role: "control-plane", initArgs, copyKubeconfig: false };
      const unit = both(
        chosen({ id: "kubernetes", params }),
        chosen({ id: "crio" }),
      ).unit("kubeadm.service");
      expect(unit?.contents).toContain("Requires=crio.service\n");
      expect(unit?.contents).toContain(line);
    },
  );

  test.each([
    [
      "kubeadm join 10.0.0.1:6443 --token a.b --discovery-token-ca-cert-hash sha256:00",
      "as printed",
    ],
    [
      "# sudo kubeadm join 10.0.0.1:6443 --token a.b \\\n\t--discovery-token-ca-cert-hash sha256:00 \n",
      "with prompt and line break",
    ],
    [
      "10.0.0.1:6443 --token a.b --discovery-token-ca-cert-hash sha256:00",
      "the arguments alone",
    ],
  ])(
    "a join command %j ends up in a file that only root reads: %s",
    (joinCommand) => {
      const document = only("kubernetes", { role: "worker", joinCommand });
      expect(document.file("/etc/kubeadm-join.env")).toMatchObject({
        mode: 0o600,
        contents: {
          inline:
            'KUBEADM_JOIN_ARGS="10.0.0.1:6443 --token a.b --discovery-token-ca-cert-hash sha256:00"\n',
        },
      });
      const unit = document.unit("kubeadm.service")?.contents;
      expect(unit).toContain(
        "ExecStart=/usr/bin/kubeadm join $KUBEADM_JOIN_ARGS\n",
      );
      expect(unit).not.toContain("a.b");
    },
  );

  test.each(["", "  ", "kubeadm join"])(
    "a worker with the join command %j gets no unit that can only fail",
    (joinCommand) => {
      expect(only("kubernetes", { role: "worker", joinCommand }).units).toEqual(
        [],
      );
    },
  );

  test("a configuration file is used by itself", () => {
    const kubeadmConfig = "kind: JoinConfiguration";
    const document = only("kubernetes", {
      role: "worker",
      kubeadmConfig,
      joinCommand: "kubeadm join x --token y",
    });
    expect(document.file("/etc/kubeadm.yml")).toMatchObject({
      mode: 0o600,
      contents: { inline: `${kubeadmConfig}\n` },
    });
    expect(document.unit("kubeadm.service")?.contents).toContain(
      "ExecStart=/usr/bin/kubeadm join --config=/etc/kubeadm.yml\n",
    );
    expect(document.file("/etc/kubeadm-join.env")).toBeUndefined();
  });

  test("kubelet arguments go to its environment file", () => {
    expect(
      only("kubernetes", {
        kubeletExtraArgs: "--node-ip=10.0.0.2 --v=2",
      }).text("/etc/sysconfig/kubelet"),
    ).toBe('KUBELET_EXTRA_ARGS="--node-ip=10.0.0.2 --v=2"\n');
  });
});

describe.each([
  ["k3s", "k3s.service", "k3s-agent.service"],
  ["rke2", "rke2-server.service", "rke2-agent.service"],
])("%s", (id, server, agent) => {
  const config = `/etc/rancher/${id}/config.yaml`;

  test("exactly one of its units is linked", () => {
    for (const [role, unit, other] of [
      ["server", server, agent],
      ["agent", agent, server],
    ] as const) {
      const document = only(id, { role });
      expect(document.link(wants(unit))).toEqual({
        path: wants(unit),
        target: `/usr/local/lib/systemd/system/${unit}`,
        overwrite: true,
      });
      expect(document.link(wants(other))).toBeUndefined();
      expect(document.file(config)).toBeUndefined();
    }
  });

  test("its configuration holds what was given, for root's eyes", () => {
    const document = only(id, {
      role: "agent",
      serverUrl: "https://10.0.0.10:6443",
      token: ' K10"x ',
      clusterInit: true,
      extraConfig: "node-label:\n  - a=b",
    });
    expect(document.file(config)).toMatchObject({ mode: 0o600 });
    expect(document.text(config)).toBe(
      'token: "K10\\"x"\nserver: https://10.0.0.10:6443\nnode-label:\n  - a=b\n',
    );
  });
});

test("the first of several K3s servers starts etcd", () => {
  expect(
    only("k3s", { clusterInit: true }).text("/etc/rancher/k3s/config.yaml"),
  ).toBe("cluster-init: true\n");
});

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

describe("HAProxy and its Data Plane API", () => {
  const path = "/etc/haproxy/haproxy.cfg";
  const api = chosen({
    id: "dataplaneapi",
    params: { password: "$6$salt$hash" },
  });

  test("the image's configuration stays until something has to be in it", () => {
    expect(only("haproxy").file(path)).toBeUndefined();
    expect(
      both(chosen({ id: "haproxy" }), chosen({ id: "dataplaneapi" })).file(
        path,
      ),
    ).toBeUndefined();
  });

  test("the user stands in one complete file", () => {
    const text = both(api, chosen({ id: "haproxy" })).text(path);
    expect(text).toMatch(/^global\n/);
    expect(text).toMatch(
      /\nuserlist dataplaneapi\n {4}user admin password \$6\$salt\$hash\n$/,
    );
  });

  test("a configuration of one's own keeps its own users", () => {
    const cfg = (haproxyCfg: string) =>
      both(api, chosen({ id: "haproxy", params: { haproxyCfg } })).text(path);
    expect(cfg("global\n")).toBe(
      "global\n\nuserlist dataplaneapi\n    user admin password $6$salt$hash\n",
    );
    const own = "global\nuserlist dataplaneapi\n    user me password x\n";
    expect(cfg(own)).toBe(own);
  });

  test("the master socket survives extra options", () => {
    const text = (extraOpts: string) =>
      only("haproxy", { extraOpts }).text("/etc/default/haproxy");
    expect(text("-q")).toBe(
      'EXTRAOPTS="-S /run/haproxy/haproxy-master.sock -q"\n',
    );
    expect(text("-S /run/x")).toBe('EXTRAOPTS="-S /run/x"\n');
  });

  test.each([
    ["127.0.0.1:5555", undefined],
    ["nonsense", undefined],
    ["10.0.0.5:5556", '  host: "10.0.0.5"\n  port: 5556\n'],
    ["[::1]:5555", '  host: "::1"\n  port: 5555\n'],
  ])("listening on %s", (listen, lines) => {
    const file = only("dataplaneapi", { listen }).file(
      "/etc/dataplaneapi/dataplaneapi.yml",
    );
    if (lines === undefined) expect(file).toBeUndefined();
    else {
      expect(file?.mode).toBe(0o600);
      expect(file?.contents?.inline).toContain(lines);
    }
  });
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

test.each([
  ["kubernetes", undefined],
  ["k3s", "/etc/rancher/k3s/k3s.yaml"],
  ["rke2", "/etc/rancher/rke2/rke2.yaml"],
])("Cilium on %s finds its cluster", (id, kubeconfig) => {
  const text = both(chosen({ id }), chosen({ id: "cilium" })).dropin(
    "cilium.service",
    "10-cilium-env-override.conf",
  );
  expect(/KUBECONFIG=(.*)/.exec(text ?? "")?.[1]).toBe(kubeconfig);
  expect(text).toContain(
    'Environment="CILIUM_INSTALL_ARGS=--set kubeProxyReplacement=true --namespace=kube-system"\n',
  );
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
});

test("a daemon.json of Docker's own that names its driver stands alone beside ZFS", () => {
  const zfs = chosen({
    id: "zfs",
    params: { devices: ["/dev/disk/by-id/a"], docker: true },
  });
  const docker = (daemonJson: string) =>
    chosen({ id: "docker", version: "29.6.2", params: { daemonJson } });
  const files = (daemonJson: string) =>
    both(zfs, docker(daemonJson)).files.filter(
      ({ entry }) => entry.path === "/etc/docker/daemon.json",
    );
  expect(files('{"storage-driver": "zfs"}')).toHaveLength(1);
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
  ["https://example.com/x.wasm", "/var/lib/wasm/app.wasm"],
  ["/opt/x.wasm", "/opt/x.wasm"],
])("Wasmtime runs the module %s", (module, path) => {
  const document = only("wasmtime", { module, runArgs: "--dir=/data" });
  expect(document.unit("wasmtime-app.service")?.contents).toContain(
    `ExecStart=/usr/bin/wasmtime run --dir=/data ${path}\n`,
  );
});
