import { expect, test } from "vitest";
import { compose } from "../compose";
import type { Preset } from "../preset";
import { read } from "./read";
import { upgradesOf } from "./upgrades";

function opened(body: string): Preset {
  const reading = read(`# mine\nvariant: flatcar\nversion: 1.0.0\n${body}`);
  if (!reading.ok) throw new Error(reading.error[0]?.code);
  return reading.value.preset;
}

const image = (id: string, name: string) => `storage:
  files:
    - path: /etc/extensions/${id}.raw
      contents:
        source: https://extensions.flatcar.org/extensions/${name}
`;

test("an image without a versioned file is offered in ours, and then no more", () => {
  const preset = opened(image("docker", "docker-28.0.4-x86-64.raw"));
  const [upgrade, ...others] = upgradesOf(preset);
  expect(others).toEqual([]);
  expect(upgrade).toMatchObject({
    id: "layout:docker",
    field: ["extensions", "chosen", 0],
  });
  expect(upgrade!.why).toContain("versioned file");
  const after = upgrade!.preset();
  expect(compose(after).text).toContain(
    "/opt/extensions/docker/docker-28.0.4-x86-64.raw",
  );
  expect(compose(after).text).toContain("# mine");
  expect(after.extensions.chosen[0]?.written).toBeUndefined();
  expect(upgradesOf(after)).toEqual([]);
});

test("what the extension needs beside its image stays as it is", () => {
  const preset = opened(`${image("scx", "scx-v1.0.19-x86-64.raw")}systemd:
  units:
    - name: scx.service
      enabled: true
`);
  const after = upgradesOf(preset)[0]!.preset();
  expect(compose(after).text).toContain(
    "- name: scx.service\n      enabled: true",
  );
  expect(upgradesOf(after)).toEqual([]);
});

test("nothing is offered for what we wrote, in a text with a comment of somebody's", () => {
  const preset = opened(image("docker", "docker-28.0.4-x86-64.raw"));
  expect(upgradesOf(upgradesOf(preset)[0]!.preset())).toEqual([]);
});

test.each([
  [
    ["kubeadm", "kubelet", "kubectl"],
    "https://dl.k8s.io/v1.32.2/bin/linux/amd64/",
    "kubernetes v1.32.2 patch",
    "kubeadm, kubelet and kubectl",
  ],
  [
    ["docker-compose"],
    "https://github.com/docker/compose/releases/download/v2.34.0/docker-compose-linux-",
    "docker-compose 2.34.0 any",
    "docker-compose",
  ],
  [
    ["nerdctl"],
    "https://example.com/latest/",
    // Nobody knows which one that is: the form asks for it.
    "nerdctl  any",
    "nerdctl",
  ],
])(
  "commands in /opt/bin are offered as an extension: %s",
  (names, from, expected, told) => {
    const preset = opened(
      `storage:\n  files:\n${names
        .map(
          (name) =>
            `    - path: /opt/bin/${name}\n      mode: 0755\n      contents:\n        source: ${from}${name}\n`,
        )
        .join(
          "",
        )}    - path: /opt/bin/mine\n      contents:\n        inline: a\n`,
    );
    const [upgrade, ...others] = upgradesOf(preset);
    expect(others).toEqual([]);
    expect(upgrade!.title).toContain(`instead of ${told}`);
    expect(upgrade!.path).toEqual(["storage", "files", 0]);
    const after = upgrade!.preset();
    expect(
      after.extensions.chosen.map(
        ({ id, version, updates }) => `${id} ${version} ${updates}`,
      ),
    ).toEqual([expected]);
    expect(compose(after).text).toContain("/opt/bin/mine");
    for (const name of names)
      expect(compose(after).text).not.toContain(`path: /opt/bin/${name}\n`);
  },
);

test("Torcx goes, and a Docker of one's own comes as the extension", () => {
  const preset = opened(`storage:
  files:
    - path: /etc/torcx/next-profile
      contents:
        inline: docker
    - path: /etc/torcx/profiles/docker.json
      contents:
        inline: '{"kind": "profile-manifest-v0", "value": {"images": [{"name": "docker", "reference": "19.03.1"}]}}'
`);
  const [upgrade] = upgradesOf(preset);
  expect(upgrade).toMatchObject({ id: "torcx" });
  const after = upgrade!.preset();
  expect(compose(after).text).not.toContain("torcx");
  expect(after.extensions.chosen[0]).toMatchObject({
    id: "docker",
    version: "19.03.1",
  });
  expect(after.extensions.builtinOff).toEqual(["docker", "containerd"]);
});

test("Torcx profiles without Docker only go", () => {
  const preset = opened(`systemd:
  units:
    - name: torcx-profile-populate.service
      mask: true
    - name: mine.service
      enabled: true
`);
  const [upgrade] = upgradesOf(preset);
  expect(upgrade!.title).toBe("Take out what was for Torcx");
  expect(compose(upgrade!.preset()).text).not.toContain("torcx");
  expect(compose(upgrade!.preset()).text).toContain("mine.service");
});

const generators = (...names: string[]) =>
  `storage:\n  links:\n${names
    .map(
      (name) =>
        `    - path: /etc/systemd/system-generators/${name}\n      target: /dev/null\n`,
    )
    .join("")}`;

test("the link that masks Torcx's generator goes, and those of other generators stay", () => {
  const preset = opened(
    generators("torcx-generator", "torcx-generator-of-mine", "a-generator"),
  );
  const [upgrade, ...others] = upgradesOf(preset);
  expect(others).toEqual([]);
  expect(upgrade).toMatchObject({
    id: "torcx",
    title: "Take out what was for Torcx",
    path: ["storage", "links", 0],
  });
  const after = upgrade!.preset();
  expect(compose(after).text).toContain(
    generators("torcx-generator-of-mine", "a-generator"),
  );
  expect(after.extensions.chosen).toEqual([]);
  expect(upgradesOf(after)).toEqual([]);
});

test("the mask of the generator goes together with Torcx's profile", () => {
  const preset = opened(`${generators("torcx-generator")}  files:
    - path: /etc/torcx/next-profile
      contents:
        inline: docker
`);
  const [upgrade, ...others] = upgradesOf(preset);
  expect(others).toEqual([]);
  const after = upgrade!.preset();
  expect(compose(after).text).not.toContain("torcx");
  expect(after.extensions.chosen.map(({ id }) => id)).toEqual(["docker"]);
});
