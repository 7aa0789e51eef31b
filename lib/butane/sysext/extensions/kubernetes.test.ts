import { describe, expect, test } from "vitest";
import { both, chosen, only, wants } from "../testing";

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
