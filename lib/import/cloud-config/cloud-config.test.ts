import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkIgnitionText, transpile } from "@/lib/butane";
import { compose } from "@/lib/preset";
import { fromCloudConfig } from ".";

/** What a cloud-config becomes, as Butane, and what is left of it: `line: what`. */
function made(lines: string): { text: string; left: string[] } {
  const { preset, notCarriedOver } = fromCloudConfig(`#cloud-config\n${lines}`);
  const { text } = compose(preset!);
  const { output, report } = transpile(text);
  expect(report.filter(({ kind }) => kind === "error")).toEqual([]);
  expect(checkIgnitionText(output!).report).toEqual([]);
  return {
    text,
    left: notCarriedOver.map(({ line, what }) => `${line}: ${what}`),
  };
}

test.each<[string, string, readonly string[]]>([
  ["hostname: web\n", "inline: |\n          web\n", []],
  ["fqdn: web.example.com\n", "  web\n", ["2: the domain of web.example.com"]],
  [
    "hostname: web\nfqdn: web.example.com\nprefer_fqdn_over_hostname: true\n",
    "  web.example.com\n",
    [],
  ],
  ["timezone: Europe/Berlin\n", "/usr/share/zoneinfo/Europe/Berlin", []],
  ["ssh_authorized_keys: [ssh-ed25519 AAAA a]\n", "- name: core\n", []],
  ["users: [default, bob]\n", "- name: bob\n", []],
  ["users:\n  - name: bob\n    gecos: B\n", "gecos: B\n", []],
  ["users:\n  - name: bob\n    uid: '70'\n", "uid: 70\n", []],
  ["users:\n  - name: bob\n    homedir: /b\n", "home_dir: /b\n", []],
  ["users:\n  - name: bob\n    no-log-init: true\n", "no_log_init: true", []],
  ["users:\n  - name: bob\n    groups: a, b\n", "- a\n        - b\n", []],
  [
    "users:\n  - name: bob\n    ssh-authorized-keys:\n      - ssh-rsa A a,b\n",
    "- ssh-rsa A a,b\n",
    [],
  ],
  [
    "users:\n  - name: bob\n    sudo: ALL=(ALL) ALL\n",
    "path: /etc/sudoers.d/bob\n      mode: 0440\n",
    [],
  ],
  [
    "users:\n  - name: bob\n    passwd: $6$a$b\n    lock_passwd: true\n",
    "password_hash: $6$a$b\n",
    ["5: lock_passwd of bob"],
  ],
  [
    "users:\n  - name: bob\n    plain_text_passwd: secret\n",
    "- name: bob\n",
    ["4: plain_text_passwd of bob"],
  ],
  ["user: bob\nssh_authorized_keys: [ssh-rsa A]\n", "- name: bob\n", []],
  ["groups: [ops, {admins: [bob]}]\n", "- name: ops\n", []],
  [
    "chpasswd:\n  expire: false\n  users:\n    - {name: bob, password: $6$a$b}\n",
    "password_hash: $6$a$b\n",
    [],
  ],
  [
    "chpasswd:\n  list: |\n    bob:$6$a$b\n    amy:clear\n",
    "password_hash: $6$a$b\n",
    ["3: password of amy"],
  ],
  ["password: clear\n", "variant", ["2: password of core"]],
  ["ssh_pwauth: no\n", "PasswordAuthentication no\n", []],
  ["ntp:\n  servers: [a]\n  pools: [b]\n", "NTP=a b\n", []],
  ["ntp:\n  ntp_client: chrony\n", "variant", ["3: ntp: ntp_client"]],
  ["swap: {filename: /var/swap, size: 512M}\n", "count=512\n", []],
  ["swap: {filename: /var/swap, size: 1073741824}\n", "count=1024\n", []],
  ["swap: {filename: /var/swap, size: auto}\n", "variant", ["2: swap: auto"]],
  ["packages: [a]\nlocale: de\n", "variant", ["2: packages", "3: locale"]],
  ["nonsense: 1\n", "variant", ["2: nonsense"]],
  ["packages:\n", "variant", []],
])("%j becomes %j, without %j", (lines, part, left) => {
  const result = made(lines);
  expect(result.text).toContain(part);
  expect(result.left).toEqual(left);
});

const gzipped = gzipSync("hello\n").toString("base64");
test.each<[string, string, readonly string[]]>([
  ["{path: /a, content: hello}", "inline: hello\n", []],
  ["{path: /a, permissions: '0600'}", "mode: 0600\n", []],
  ["{path: /a, permissions: 600}", "mode: 0600\n", []],
  ["{path: /a, permissions: '0o600'}", "mode: 0600\n", []],
  ["{path: /a}", "mode: 0644\n", []],
  ["{path: /a, permissions: rw}", "mode: 0644\n", ["3: permissions of /a"]],
  ["{path: /a, owner: 'root:root'}", "overwrite: true\n", []],
  [
    "{path: /a, owner: 'core:500'}",
    "user:\n        name: core\n      group:\n        id: 500\n",
    [],
  ],
  ["{path: /a, content: aGVsbG8K, encoding: b64}", "hello\n", []],
  [`{path: /a, content: ${gzipped}, encoding: gz+b64}`, "hello\n", []],
  [`{path: /a, content: !!binary ${gzipped}, encoding: gzip}`, "hello\n", []],
  ["{path: /a, content: AAEC/w==, encoding: base64}", "source: data:", []],
  ["{path: /a, content: '?', encoding: b64}", "variant", ["3: content of /a"]],
  ["{path: /a, content: b, append: true}", "append:\n", []],
  [
    "{path: /a, source: {uri: 'https://example.com/a'}}",
    "source: https://example.com/a\n",
    [],
  ],
  ["{path: /run/a}", "variant", ["3: /run/a"]],
  ["{path: /usr/local/bin/a}", "variant", ["3: /usr/local/bin/a"]],
  ["{path: a}", "variant", ["3: a"]],
  ["{content: a}", "variant", ["3: a file without a path"]],
  ["{path: /a, content: $private_ipv4}", "inline", ["3: $private_ipv4 in /a"]],
])("write_files with %s becomes %j, without %j", (file, part, left) => {
  const result = made(`write_files:\n  - ${file}\n`);
  expect(result.text).toContain(part);
  expect(result.left).toEqual(left);
});

test("of two files for one path the later one counts, and what is appended follows it", () => {
  const { text } = made(`write_files:
  - {path: /a, content: one}
  - {path: /a, content: two}
  - {path: /a, content: three, append: true}
`);
  expect(text).not.toContain("one");
  expect(text).toContain(
    "inline: two\n      append:\n        - inline: three\n",
  );
});

test("commands become a script in their order and a unit that runs it once", () => {
  const { text, left } = made(`runcmd:
  - [echo, "it's"]
  - echo a | cat
  -
  - apt-get install -y jq
`);
  expect(text).toContain(`          #!/bin/sh
          'echo' 'it'\\''s'
          echo a | cat
          apt-get install -y jq
`);
  expect(text).toContain("ConditionPathExists=!/var/lib/cloud-config/");
  expect(left).toEqual(["6: apt-get in runcmd"]);
});

test("commands of every boot run before the network, and every time", () => {
  const { text } = made("bootcmd: [modprobe br_netfilter]\n");
  expect(text).toContain("Before=network-pre.target");
  expect(text).not.toContain("ConditionPathExists");
});

test("units of coreos-cloudinit", () => {
  const { text, left } = made(`coreos:
  update: {reboot-strategy: off, group: beta}
  locksmith: {window-start: "04:00", window-length: 1h, endpoint: x}
  etcd2: {name: a}
  units:
    - name: a.service
      command: start
      content: |
        [Service]
        ExecStart=/bin/true
    - {name: b.service, enable: true}
    - {name: c.service, mask: true}
    - {name: d.service, command: stop}
    - {name: 00-eth.network, content: "[Match]\\n"}
    - name: e.service
      drop-ins: [{name: 10-e.conf, content: "[Unit]\\n"}]
`);
  expect(text).toContain("REBOOT_STRATEGY=off\n");
  expect(text).toContain("LOCKSMITHD_REBOOT_WINDOW_START=04:00\n");
  // coreos-cloudinit starts it on every boot; systemd needs to know when.
  expect(text).toContain("ExecStart=/bin/true\n\n        [Install]\n");
  expect(text).toContain("- name: b.service\n      enabled: true\n");
  expect(text).toContain("- name: c.service\n      mask: true\n");
  expect(text).toContain("/etc/systemd/network/00-eth.network");
  expect(text).toContain("- name: 10-e.conf\n");
  expect(left).toEqual([
    "4: coreos.locksmith.endpoint",
    "5: coreos.etcd2",
    "14: command: stop of d.service",
  ]);
});

test("aliases and merged keys are followed, circles are not", () => {
  const { text } = made(`x: &base {gecos: Bob}
users:
  - &me
    name: bob
    <<: *base
`);
  expect(text).toContain("gecos: Bob");
  const circle = fromCloudConfig("#cloud-config\nusers: &a\n  - *a\n");
  expect(circle.preset).not.toBeNull();
});
