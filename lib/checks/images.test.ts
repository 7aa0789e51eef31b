import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { catalogue, chosen, kubernetes, presetOf, told } from "./testing";

const base = "https://extensions.flatcar.org/extensions/";

/** Typed Butane with files, links and units. */
const typed = (parts: {
  files?: object[];
  links?: object[];
  units?: object[];
}) => ({
  rest: {
    text: JSON.stringify({
      storage: { files: parts.files ?? [], links: parts.links ?? [] },
      systemd: { units: parts.units ?? [] },
    }),
  },
});

const file = (path: string, contents: object, more: object = {}) => ({
  path,
  contents,
  ...more,
});
const link = (path: string, target: string) => ({ path, target });

const rule = (pattern: string, folder = "/opt/extensions/tool") =>
  `[Source]\nPath=https://example.com/\nMatchPattern=${pattern}\n[Target]\nPath=${folder}\nCurrentSymlink=/etc/extensions/tool.raw\n`;
const seed = link(
  "/etc/extensions/tool.raw",
  "/opt/extensions/tool/tool-1.2.3-x86-64.raw",
);
const transfer = (inline: string, name = "tool.conf") =>
  file(`/etc/sysupdate.tool.d/${name}`, { inline });

const codes = (stored: object) => told(stored).map((one) => one.split(" ")[0]!);

test.each<[string, object, string]>([
  [
    "a link that is called after another image",
    typed({
      links: [
        link("/etc/extensions/a.raw", "/opt/extensions/b/b-1.0-x86-64.raw"),
      ],
    }),
    "image-link-name",
  ],
  [
    "a link with the version in its name",
    typed({
      links: [
        link(
          "/etc/extensions/b-1.0-x86-64.raw",
          "/opt/extensions/b/b-1.0-x86-64.raw",
        ),
      ],
    }),
    "image-link-name",
  ],
  [
    "an image with the version in its name where systemd-sysext looks",
    typed({
      files: [
        file("/etc/extensions/b-1.0.0.raw", {
          source: "https://example.com/b.raw",
        }),
      ],
    }),
    "image-link-name",
  ],
  [
    "an image for the other architecture",
    typed({
      files: [
        file("/etc/extensions/b.raw", { source: `${base}b-1.0-arm64.raw` }),
      ],
    }),
    "image-architecture",
  ],
  [
    "an address of the bakery without a version",
    typed({
      files: [file("/etc/extensions/btop.raw", { source: `${base}btop.raw` })],
    }),
    "image-address-without-version",
  ],
  [
    "a rule that does not match its image",
    typed({ files: [transfer(rule("tool-v@v-%a.raw"))], links: [seed] }),
    "transfer-never-matches",
  ],
  [
    "a rule of another series",
    typed({ files: [transfer(rule("tool-1.3.@v-%a.raw"))], links: [seed] }),
    "transfer-never-matches",
  ],
  [
    "a rule that stores elsewhere",
    typed({
      files: [transfer(rule("tool-@v-%a.raw", "/opt/extensions"))],
      links: [seed],
    }),
    "transfer-other-folder",
  ],
  [
    "both endings of rules in one folder",
    typed({
      files: [transfer(rule("tool-@v-%a.raw")), transfer("x", "tool.transfer")],
    }),
    "transfer-suffixes-mixed",
  ],
  [
    "updates without a definition for the service itself",
    typed({
      files: [transfer(rule("tool-@v-%a.raw"))],
      units: [{ name: "systemd-sysupdate.timer", enabled: true }],
    }),
    "noop-missing",
  ],
  [
    "a rule of the bakery that offers nothing",
    typed({
      files: [
        file("/etc/sysupdate.k3s.d/k3s-v1.32.conf", {
          source: `${base}k3s/k3s-v1.32.conf`,
        }),
      ],
    }),
    "transfer-stale",
  ],
  [
    "a rule of the bakery that skips minor versions",
    typed({
      files: [
        file("/etc/sysupdate.crio.d/crio.conf", {
          source: `${base}crio.conf`,
        }),
      ],
    }),
    "transfer-skips-minor",
  ],
  [
    "a private key for everybody",
    typed({
      files: [
        file("/etc/tls/key.pem", {
          inline: "-----BEGIN RSA PRIVATE KEY-----\nx\n",
        }),
      ],
    }),
    "secret-readable",
  ],
  [
    "Docker for everybody",
    typed({
      units: [
        {
          name: "docker-tcp.socket",
          contents: "[Socket]\nListenStream=2375\n",
        },
      ],
    }),
    "socket-open-to-all",
  ],
  [
    "Ollama for everybody, in somebody's own words",
    typed({
      units: [
        {
          name: "ollama.service",
          dropins: [
            {
              name: "a.conf",
              contents: '[Service]\nEnvironment=OLLAMA_HOST="0.0.0.0:11434"\n',
            },
          ],
        },
      ],
    }),
    "listens-everywhere",
  ],
  [
    "a version that documentation made up",
    chosen({ ...kubernetes, version: "v1.31.3" }),
    "version-never-released",
  ],
  [
    "a version that cannot start",
    chosen({ id: "wasmcloud", version: "v1.7.0" }),
    "version-broken",
  ],
  [
    "kernel arguments taken away of a node that boots over the network",
    {
      target: { platform: "pxe" },
      rest: { text: "kernel_arguments: {should_not_exist: [quiet]}" },
    },
    "kernel-arguments-on-pxe",
  ],
  [
    "chrony beside timesyncd",
    chosen({ id: "chrony", version: "4.8", params: { maskTimesyncd: false } }),
    "time-kept-twice",
  ],
  [
    "chrony beside ntpd",
    {
      ...chosen({ id: "chrony", version: "4.8" }),
      ...typed({ units: [{ name: "ntpd.service", enabled: true }] }),
    },
    "time-kept-twice",
  ],
  [
    "chrony by the name of its documentation",
    {
      ...chosen({ id: "chrony", version: "4.8" }),
      ...typed({
        links: [
          link(
            "/etc/systemd/system/multi-user.target.wants/chrony.service",
            "/usr/lib/systemd/system/chrony.service",
          ),
        ],
      }),
    },
    "unit-misnamed",
  ],
  [
    "the NVIDIA runtime without a driver",
    chosen({ id: "nvidia-runtime", version: "v1.19.1" }),
    "gpu-driver-not-chosen",
  ],
  [
    "CRI-O of another minor version than Kubernetes",
    chosen(kubernetes, { id: "crio", version: "v1.36.2" }),
    "crio-other-minor",
  ],
  [
    "a format that containerd 1.7 does not read",
    {
      extensions: {
        chosen: [
          {
            id: "containerd",
            version: "1.7.34",
            params: { customConfig: "# mine\n version = 3\n" },
          },
        ],
        builtinOff: ["docker", "containerd"],
      },
    },
    "containerd-format-too-new",
  ],
  [
    "a setting of kubeadm in its file and in an argument",
    chosen({
      ...kubernetes,
      params: {
        role: "control-plane",
        kubeadmConfig: "kind: ClusterConfiguration\n",
        initArgs: "--upload-certs --pod-network-cidr 10.244.0.0/16",
      },
    }),
    "kubeadm-said-twice",
  ],
  [
    "a quote without an end among typed arguments",
    chosen({
      id: "wasmtime",
      version: "v47.0.2",
      params: { module: "/opt/a.wasm", moduleArgs: 'say "hello' },
    }),
    "unit-quote-open",
  ],
  [
    "an image merged at once whose units stay old",
    {
      target: { release: "4757.1.0" },
      ...chosen({
        id: "cilium",
        version: "v0.19.6",
        updates: "any",
        activation: "refresh",
      }),
    },
    "merged-without-reload",
  ],
])("%s is told", (_, stored, code) => {
  expect(codes(stored)).toContain(code);
});

test.each<[string, object]>([
  [
    "a rule and its image",
    typed({ files: [transfer(rule("tool-@v-%a.raw"))], links: [seed] }),
  ],
  [
    "a rule of its series",
    typed({ files: [transfer(rule("tool-1.2.@v-%a.raw"))], links: [seed] }),
  ],
  [
    "a tool whose name ends in a number",
    typed({
      files: [
        file("/etc/extensions/tool-2.raw", {
          source: "https://example.com/tool-2.raw",
        }),
      ],
    }),
  ],
  [
    "a relative link, as systemd-sysupdate writes it",
    typed({
      links: [
        link(
          "/etc/extensions/tool.raw",
          "../../opt/extensions/tool/tool-1.2.3-x86-64.raw",
        ),
      ],
    }),
  ],
  [
    "a private key for its owner",
    typed({
      files: [
        file(
          "/etc/tls/key.pem",
          { inline: "-----BEGIN PRIVATE KEY-----\nx\n" },
          { mode: "0600" },
        ),
      ],
    }),
  ],
  [
    "a small configuration for containerd 1.7, and any for 2",
    {
      extensions: {
        chosen: [
          {
            id: "containerd",
            version: "2.3.3",
            params: { customConfig: "version = 3\n" },
          },
        ],
        builtinOff: ["docker", "containerd"],
      },
    },
  ],
  [
    "arguments of kubeadm that a file cannot say",
    chosen({
      ...kubernetes,
      params: {
        role: "control-plane",
        kubeadmConfig: "kind: ClusterConfiguration\n",
        initArgs: "--upload-certs --v=5",
      },
    }),
  ],
  [
    "Docker for the node alone",
    typed({
      units: [
        {
          name: "docker-tcp.socket",
          contents: "[Socket]\nListenStream=127.0.0.1:2375\n",
        },
      ],
    }),
  ],
])("%s is fine", (_, stored) => {
  const told = codes(stored).filter((code) =>
    /^(image-|transfer-|noop-|secret-readable|socket-|containerd-|kubeadm-)/.test(
      code,
    ),
  );
  expect(told).toEqual([]);
});

test.each([
  [chosen({ ...kubernetes, version: "v1.31.3" }), "Use v1.36.2"],
  [chosen({ ...kubernetes, version: "v1.32.13" }), "Take the published hashes"],
  [chosen({ id: "nvidia-runtime", version: "v1.19.1" }), "Add NVIDIA driver"],
])("%j is mended by %s", (stored, label) => {
  const { problems } = run(presetOf(stored), catalogue);
  expect(problems.map(({ fix }) => fix?.label)).toContain(label);
});
