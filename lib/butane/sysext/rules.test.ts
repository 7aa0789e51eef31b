import { expect, test } from "vitest";
import type { NodeExtensions } from "./node";
import { extensionById } from "./extensions";
import { brokenRules } from "./rule-breaks";
import { brokenConflicts, missingParams, unmetRequirements } from "./rules";
import { chosen, node } from "./testing";

type Choice = Partial<Pick<NodeExtensions, "chosen" | "builtinOff">>;
const both = ["docker", "containerd"] as const;

function told(choice: Choice, release: [number, number, number] | null = null) {
  return brokenRules(node(choice), release).map(({ rule, id, others }) =>
    `${rule} ${id} ${others.join(",")}`.trim(),
  );
}

test.each<[string, Choice, string[]]>([
  [
    "the Data Plane API without HAProxy",
    { chosen: [chosen({ id: "dataplaneapi" })] },
    ["requirement-missing dataplaneapi haproxy"],
  ],
  [
    "Compose with the built-in Docker",
    { chosen: [chosen({ id: "docker-compose" })] },
    [],
  ],
  [
    "Compose without any Docker",
    { chosen: [chosen({ id: "docker-compose" })], builtinOff: both },
    ["requirement-missing docker-compose docker,builtin:docker"],
  ],
  [
    "Kubernetes without a runtime",
    { chosen: [chosen({ id: "kubernetes" })], builtinOff: both },
    [
      "requirement-missing kubernetes containerd,docker,builtin:containerd,crio",
    ],
  ],
  [
    "Kubernetes on CRI-O",
    {
      chosen: [chosen({ id: "kubernetes" }), chosen({ id: "crio" })],
      builtinOff: both,
    },
    [],
  ],
  [
    "two Kubernetes",
    { chosen: [chosen({ id: "k3s" }), chosen({ id: "rke2" })] },
    ["two-kubernetes rke2 k3s"],
  ],
  [
    "Docker and containerd of one's own",
    {
      chosen: [chosen({ id: "docker" }), chosen({ id: "containerd" })],
      builtinOff: both,
    },
    ["extensions-conflict containerd docker"],
  ],
  [
    "Docker of one's own beside the built-in one",
    { chosen: [chosen({ id: "docker" })] },
    ["builtin-still-on docker builtin:docker,builtin:containerd"],
  ],
  [
    "Docker of one's own beside half of it",
    { chosen: [chosen({ id: "docker" })], builtinOff: ["docker"] },
    ["builtin-still-on docker builtin:containerd"],
  ],
  [
    "the built-in Docker without its containerd",
    { builtinOff: ["containerd"] },
    ["docker-without-containerd builtin:docker builtin:containerd"],
  ],
  [
    "LlamaEdge alone",
    { chosen: [chosen({ id: "llamaedge" })] },
    ["requirement-missing llamaedge wasmedge"],
  ],
  [
    "LlamaEdge with another WasmEdge",
    {
      chosen: [
        chosen({ id: "llamaedge" }),
        chosen({ id: "wasmedge", version: "0.17.1" }),
      ],
    },
    ["requirement-version llamaedge wasmedge"],
  ],
  [
    "LlamaEdge with a WasmEdge that updates itself",
    {
      chosen: [
        chosen({ id: "llamaedge" }),
        chosen({ id: "wasmedge", version: "0.14.1", updates: "any" }),
      ],
    },
    ["requirement-updates wasmedge llamaedge"],
  ],
  [
    "LlamaEdge with its WasmEdge",
    {
      chosen: [
        chosen({ id: "llamaedge" }),
        chosen({ id: "wasmedge", version: "0.14.1" }),
      ],
    },
    [],
  ],
  [
    "Incus on ZFS without ZFS",
    { chosen: [chosen({ id: "incus", params: { storage: "zfs" } })] },
    ["requirement-missing incus zfs"],
  ],
  [
    "Incus on ZFS in its owner's words",
    {
      chosen: [
        chosen({ id: "zfs" }),
        chosen({
          id: "incus",
          params: { preseed: "storage_pools:\n  - name: a\n    driver: zfs\n" },
        }),
      ],
    },
    [],
  ],
  [
    "two owners of containerd's configuration",
    {
      chosen: [
        chosen({ id: "nvidia-runtime" }),
        chosen({ id: "kata-containers" }),
        chosen({ id: "overlaybd" }),
      ],
    },
    ["containerd-config-twice nvidia-runtime kata-containers,overlaybd"],
  ],
  [
    "Kata that leaves the configuration alone",
    {
      chosen: [
        chosen({ id: "nvidia-runtime" }),
        chosen({ id: "kata-containers", params: { runtimeStanza: false } }),
      ],
    },
    [],
  ],
  [
    "an own image that is called like one of the catalogue",
    {
      chosen: [
        chosen({
          id: "docker",
          own: { url: "https://example.com/docker.raw", updatesFrom: "" },
        }),
      ],
    },
    [],
  ],
])("%s", (_, choice, expected) => {
  expect(told(choice)).toEqual(expected);
});

test("Flatcar's own extensions need an OS that has them", () => {
  const choice = { chosen: [chosen({ id: "podman" })] };
  expect(told(choice, [3815, 2, 0])).toEqual(["extension-too-new podman"]);
  expect(told(choice, [3941, 0, 0])).toEqual([]);
  expect(told(choice)).toEqual([]);
});

test("each break says how to mend it", () => {
  const fixes = (choice: Choice) =>
    brokenRules(node(choice)).flatMap((each) => each.fixes);
  expect(fixes({ chosen: [chosen({ id: "llamaedge" })] })).toEqual([
    { do: "add", id: "wasmedge", version: "0.14.1" },
  ]);
  expect(
    fixes({
      chosen: [
        chosen({ id: "wasmedge", version: "0.17.1" }),
        chosen({ id: "llamaedge" }),
      ],
    }),
  ).toEqual([{ do: "use-version", index: 0, version: "0.14.1" }]);
  expect(
    fixes({ chosen: [chosen({ id: "docker-buildx" })], builtinOff: both }),
  ).toEqual([
    { do: "add", id: "docker" },
    { do: "switch-on", names: ["docker", "containerd"] },
  ]);
  expect(
    fixes({ chosen: [chosen({ id: "k3s" }), chosen({ id: "kubernetes" })] }),
  ).toEqual([
    { do: "remove", index: 1 },
    { do: "remove", index: 0 },
  ]);
});

test("a card knows before it is chosen what stands in its way", () => {
  const k3s = node({ chosen: [chosen({ id: "k3s" })], builtinOff: both });
  expect(brokenConflicts(extensionById("kubernetes")!, k3s)).toEqual(["k3s"]);
  expect(brokenConflicts(extensionById("builtin:docker")!, k3s)).toEqual([]);
  expect(unmetRequirements(extensionById("nerdctl")!, k3s)).toEqual([
    "containerd|docker|builtin:containerd",
  ]);
  // The built-in one does not name it, but it names the built-in one.
  const docker = node({ chosen: [chosen({ id: "docker" })] });
  expect(brokenConflicts(extensionById("builtin:docker")!, docker)).toEqual([
    "docker",
  ]);
});

test.each([
  ["kubernetes", {}, []],
  ["kubernetes", { role: "worker" }, ["joinCommand"]],
  ["kubernetes", { role: "worker", joinCommand: " " }, ["joinCommand"]],
  ["kubernetes", { role: "worker", kubeadmConfig: "kind: x" }, []],
  ["k3s", { role: "agent" }, ["serverUrl", "token"]],
  ["k3s", {}, []],
  ["rke2", { serverUrl: "https://10.0.0.1:9345" }, ["token"]],
  ["coder", {}, ["accessUrl", "pgUrl"]],
  ["opkssh", {}, ["providers", "authId"]],
  ["llamaedge", { runAtBoot: true }, ["modelArgs"]],
] as const)("%s with %j misses %j", (id, params, missing) => {
  expect(missingParams(extensionById(id)!, { params })).toEqual(missing);
});
