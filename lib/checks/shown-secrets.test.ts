import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { read } from "@/lib/preset/read/read";
import { uploadedContents } from "@/lib/preset/sections/files/upload";
import { secretsInText } from "@/lib/preset/sections/files/secret-text";
import { setAt } from "@/lib/set-at";
import { catalogue, presetOf, told } from "./testing";

const wireguardKey = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";
const login = '{"auths": {"r.example.com": {"auth": "bm9kZTp4"}}}\n';
const token = "abcdef.0123456789abcdef";

test.each([
  ["a private key", "-----BEGIN RSA PRIVATE KEY-----\n"],
  ["a private key", "-----BEGIN NEBULA X25519 PRIVATE KEY-----\n"],
  ["a login for a registry", login],
  ["a login for a registry", "data:\n  .dockerconfigjson: eyJhdXRocyI6e319\n"],
  ["a token that joins a cluster", `kubeadm join 10.0.0.1 --token ${token}`],
  ["a token that joins a cluster", `bootstrapToken:\n  token: "${token}"\n`],
  ["a token that joins a cluster", `--certificate-key ${"0f".repeat(32)}`],
  ["a key of WireGuard", `[Interface]\nPrivateKey = ${wireguardKey}\n`],
  ["the key of a client", "    client-key-data: LS0tLS1CRUdJTiBSU0E=\n"],
  ["a login in a header", "  - name: Authorization\n    value: Bearer abcdef"],
  ["a password or token", "[db]\npassword = hunter2\n"],
  ["a password or token", '{"api_key": "abc"}'],
  ["a password or token", "tool --password=hunter2"],
])("%s is seen in %j", (what, text) => {
  expect(secretsInText(text).map((found) => found.what)).toContain(what);
});

test.each([
  "-----BEGIN PUBLIC KEY-----\n",
  "-----BEGIN CERTIFICATE-----\n",
  '{"auths": {}, "credsStore": "ecr-login"}',
  "PrivateKeyFile=/etc/systemd/network/wg0.key",
  "tls:\n  private_key: /etc/ssl/private/node.key\n",
  "automountServiceAccountToken: false",
  "volumes:\n  - secret:\n      secretName: web\n",
  "# password = what the wiki says\n",
  "password = ${DB_PASSWORD}\n",
  'password: "{{password}}"\n',
  "token: %i",
  "token: <from kubeadm token create>",
  "PasswordAuthentication no",
  "tool --token-file /etc/token --token=$TOKEN",
  "Basic authentication is off",
])("nothing secret is seen in %j", (text) => {
  expect(secretsInText(text)).toEqual([]);
});

const file = (part: object) => ({
  files: { files: [{ path: "/etc/a", ...part }] },
});

test("a login for a registry in a plain file is told, also as part of the user data, and one click makes it a secret", () => {
  const before = presetOf(
    file({ path: "/root/.docker/config.json", contents: { text: login } }),
  );
  const { problems } = run(before, catalogue);
  const codes = problems.map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining([
      "secret-in-file",
      "secret-readable",
      "secret-in-user-data",
    ]),
  );
  const after = problems
    .find(({ code }) => code === "secret-in-file")!
    .fix!.edits.reduce(
      (node, { path, value }) => setAt(node, path, value),
      before,
    );
  expect(after.files.files[0]).toMatchObject({
    mode: "0600",
    contents: { kind: "secret", secret: login, text: "" },
  });
  const left = run(after, catalogue).problems.map(({ code }) => code);
  expect(left).toContain("secret-in-user-data");
  expect(left).not.toContain("secret-in-file");
  expect(left).not.toContain("secret-readable");
});

test.each<[string, object, string]>([
  [
    "a part that is added to a file",
    file({ append: [{ text: `PrivateKey = ${wireguardKey}\n` }] }),
    "secret-in-file files.files.0.append.0.text",
  ],
  [
    "a config that is merged",
    {
      ignition: {
        merge: [{ kind: "text", text: `{"a": "--token ${token}"}` }],
      },
    },
    "secret-in-text ignition.merge.0.text",
  ],
  [
    "a file of a layer",
    {
      layers: {
        directories: [
          { name: "site", files: [{ path: "usr/share/a", text: login }] },
        ],
      },
    },
    "secret-in-text layers.directories.0.files.0.text",
  ],
  [
    "a container of Podman",
    {
      containers: {
        quadlets: [
          {
            name: "a.container",
            text: "[Container]\nImage=a\nEnvironment=DB_PASSWORD=x\n",
          },
        ],
      },
    },
    "secret-in-text containers.quadlets.0.text",
  ],
  [
    "a setting of an extension",
    {
      extensions: {
        chosen: [
          {
            id: "keepalived",
            version: "v2.4.3",
            params: {
              conf: "vrrp_instance a {\n  auth_pass: x\n  password: y\n}\n",
            },
          },
        ],
      },
    },
    "secret-in-text extensions.chosen.0.params.conf",
  ],
])("%s is looked through as well", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

const typed = (inline: string, mode: string) =>
  `storage:\n  files:\n    - path: /etc/a\n      mode: ${mode}\n      contents:\n        inline: ${JSON.stringify(inline)}\n`;

test("in typed Butane it is told where it stands", () => {
  const text = typed(login, "0600");
  const [problem] = run(
    presetOf({ rest: { text } }),
    catalogue,
  ).problems.filter(({ code }) => code === "secret-in-typed-butane");
  expect(problem?.within?.start.line).toBe(6);
});

test.each([
  ["0600", "and nothing else, as it is left out of links", []],
  ["0644", "in its field", ["secret-in-file"]],
])("a whole document tells a file of mode %s once: %s", (mode, _, expected) => {
  const reading = read(
    `# by hand\nvariant: flatcar\nversion: 1.0.0\n${typed(login, mode)}`,
  );
  if (!reading.ok) throw new Error("not readable");
  const codes = run(reading.value.preset, catalogue)
    .problems.map(({ code }) => code)
    .filter((code) => /^secret-in-(?!user)/.test(code));
  expect(codes).toEqual(expected);
});

test("a file with a key that is uploaded is a secret from the start", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const pem = "-----BEGIN PRIVATE KEY-----\nMIIB\n";
  expect(uploadedContents(bytes(pem))).toMatchObject({
    kind: "secret",
    secret: pem,
  });
  expect(uploadedContents(bytes("hello\n"))).toMatchObject({ kind: "text" });
});
