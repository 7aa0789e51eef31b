import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { withEdits } from "@/lib/set-at";
import {
  catalogue,
  chosen,
  containers,
  dockerKey,
  dockerTls,
  kubernetes,
  presetOf,
  registryLogin,
  told,
} from "./testing";

test.each<[string, object, string]>([
  [
    "a limit by the name that shells have for it",
    containers({ limits: { memlock: "unlimited" } }),
    "docker-limit containers.limits.memlock",
  ],
  [
    "a soft limit above the hard one",
    containers({ limits: { files: "1048576:1024" } }),
    "docker-limit containers.limits.files",
  ],
  [
    "a containerd configuration of any version",
    containers({ containerd: 'root = "/x"' }),
    "containerd-no-version containers.containerd",
  ],
  [
    "containerd without systemd's control groups below a kubelet",
    { ...containers({ containerd: "version = 2" }), ...chosen(kubernetes) },
    "containerd-cgroups containers.containerd",
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

const full = {
  ...chosen({ id: "podman" }, kubernetes),
  containers: {
    start: true,
    daemon: {
      ...dockerTls,
      tlsKey: dockerKey,
      listen: "[fd00::5]:2376",
      mtu: "1400",
      bridge: "172.26.0.1/16",
      registryMirrors: ["https://mirror.example.com"],
      dns: ["10.0.0.1", "fd00::1"],
      more: '{"ipv6": true}',
    },
    disk: "/var/lib/docker",
    limits: { memlock: "64M:infinity", files: "1048576" },
    registries: {
      logins: [
        registryLogin,
        { ...registryLogin, server: "https://index.docker.io/v1/" },
      ],
    },
    containerd: "version = 3\n[a]\n  SystemdCgroup = true\n",
    quadlets: [
      {
        name: "app.container",
        text: "[Container]\nImage=a\n[Install]\nWantedBy=multi-user.target\n",
      },
    ],
  },
  storage: { mounts: [{ what: "/dev/vdb", where: "/var/lib/docker" }] },
};

test("nothing is said of engines that are set up well", () => {
  expect(told(full).filter((line) => line.includes("containers."))).toEqual([
    "secret-in-user-data containers.daemon.tlsKey",
  ]);
});

test("a limit is told once, at its field, though two engines have it", () => {
  const lines = told(containers({ limits: { memlock: "64mb" } }));
  expect(lines.filter((line) => /docker-limit|unit-value/.test(line))).toEqual([
    "docker-limit containers.limits.memlock",
  ]);
});

test("what is meant by a limit or a registry is one click away", () => {
  const before = presetOf(
    containers({
      limits: { memlock: "64mb" },
      registries: { logins: [{ ...registryLogin, server: "docker.io" }] },
    }),
  );
  const edits = run(before, catalogue).problems.flatMap(
    ({ fix }) => fix?.edits ?? [],
  );
  const after = withEdits(before, edits);
  expect(after.containers.limits.memlock).toBe("64M");
  expect(after.containers.registries.logins[0]!.server).toBe(
    "https://index.docker.io/v1/",
  );
});
