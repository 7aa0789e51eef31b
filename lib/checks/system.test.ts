import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { catalogue, chosen, kubernetes, presetOf, told } from "./testing";

const conf = (kind: string, text: string, name = "node") => ({
  kernel: { confs: [{ kind, name, text }] },
});
const ignition = (part: object) => ({ ignition: part });
const config = (text: string, kind = "text") =>
  ignition({ merge: [{ kind, [kind]: text }] });

const proxy = (part: object) =>
  ignition({ proxy: { http: "http://proxy.example.com:3128", ...part } });

test.each<[string, object, string]>([
  [
    "a proxy that is nowhere",
    proxy({ http: "http://" }),
    "proxy-host ignition.proxy.http",
  ],
  [
    "a proxy at no port",
    proxy({ https: "https://me:x@proxy.example.com:99999" }),
    "proxy-port ignition.proxy.https",
  ],
  [
    "exceptions without a proxy",
    proxy({ http: "", except: ["localhost"] }),
    "proxy-unset ignition.proxy.except",
  ],
  ...[
    "http://registry.example.com",
    "10.0.0.0/33",
    "10.0.0.*",
    "a,b",
    "fd00::1/200",
    "node:70000",
  ].map((one): [string, object, string] => [
    `the exception ${one}`,
    proxy({ except: ["localhost", one] }),
    "proxy-exception ignition.proxy.except.1",
  ]),
  [
    "an exception that is none, for programs",
    {
      network: {
        proxy: {
          http: "http://p:3128",
          except: ["https://a"],
          users: ["system"],
        },
      },
    },
    "proxy-exception network.proxy.except.0",
  ],
  [
    "an answer that may take longer than all of it",
    ignition({ timeouts: { headers: "60", total: "30" } }),
    "timeout-never-reached ignition.timeouts.headers",
  ],
  [
    "two arguments in one",
    { kernel: { arguments: ["quiet splash"] } },
    "kernel-argument-blank kernel.arguments.0",
  ],
  [
    "a settings file without a name",
    conf("sysctl", "a = 1", ""),
    "conf-without-name kernel.confs.0.name",
  ],
  [
    "a settings file in a folder of its own",
    conf("sysctl", "a = 1", "a/b"),
    "conf-name kernel.confs.0.name",
  ],
  [
    "a sysctl without a value",
    conf("sysctl", "# a\nvm.max_map_count 262144"),
    "conf-line kernel.confs.0.text",
  ],
  [
    "two modules on a line",
    conf("modules", "overlay br_netfilter"),
    "conf-line kernel.confs.0.text",
  ],
  [
    "a module's options without their word",
    conf("modprobe", "dummy numdummies=5"),
    "conf-line kernel.confs.0.text",
  ],
  [
    "a journal setting that is a word",
    conf("journald", "[Journal]\npersistent"),
    "conf-line kernel.confs.0.text",
  ],
  [
    "control groups v1 where systemd has none",
    { kernel: { cgroupV1: true }, target: { release: "4757.1.0" } },
    "cgroup-v1-gone kernel.cgroupV1",
  ],
  [
    "SELinux on a node of a cluster",
    { kernel: { selinuxEnforcing: true }, ...chosen(kubernetes) },
    "selinux-with-cluster kernel.selinuxEnforcing",
  ],
  [
    "a timeout with its unit",
    ignition({ timeouts: { total: "5min" } }),
    "timeout-not-seconds ignition.timeouts.total",
  ],
  [
    "a proxy with its password",
    ignition({ proxy: { http: "http://me:secret@p:3128" } }),
    "proxy-with-password ignition.proxy.http",
  ],
  [
    "a merged config that is Butane",
    config("# mine\nvariant: flatcar\n"),
    "config-is-butane ignition.merge.0.text",
  ],
  [
    "a merged config that is cut",
    config('{"ignition": {"version": "3.3.0"'),
    "config-broken ignition.merge.0.text",
  ],
  [
    "a config over http that nothing tells from another",
    ignition({ merge: [{ source: "http://c.example.com/a.ign" }] }),
    "config-plain-http ignition.merge.0.source",
  ],
  [
    "a node beside the config that replaces it",
    {
      ...ignition({
        replace: { kind: "fetch", source: "https://c.example.com/a.ign" },
      }),
      identity: { hostname: "a" },
    },
    "replace-drops-all ignition.replace",
  ],
  [
    "a private key for an authority",
    ignition({
      authorities: [{ text: "-----BEGIN EC PRIVATE KEY-----\nMHc\n" }],
    }),
    "authority-private-key ignition.authorities.0.text",
  ],
  [
    "a certificate in DER",
    ignition({ authorities: [{ text: "MIIBszCC" }] }),
    "authority-not-pem ignition.authorities.0.text",
  ],
])("%s is told at its field", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

const own =
  /^(?:kernel|conf|cgroup|selinux|timeout|proxy|config|replace|authority)-/;

test.each<[string, object]>([
  [
    "arguments with quoted blanks",
    { kernel: { arguments: ['dyndbg="file a +p"'] } },
  ],
  ["a sysctl of all interfaces", conf("sysctl", "net.ipv4.conf.*.rp_filter=1")],
  ["a sysctl that may fail", conf("sysctl", "-kernel.foo = 1\n-net.*\n; b")],
  ["a rule over two lines", conf("modprobe", "install a \\\n  /bin/true")],
  ["audit rules", conf("audit", "-D\n-w /etc -p wa")],
  ["a folder of tmpfiles", conf("tmpfiles", "d! /run/a 0755 root root -")],
  ["a message in any words", conf("motd", "* anything * goes *")],
  ["udev rules", conf("udev", 'ACTION=="add", RUN+="/bin/true"')],
  [
    "a config of JSON",
    config('{"ignition": {"version": "3.3.0"}, "storage": {}}'),
  ],
  [
    "a config that only replaces",
    ignition({
      replace: { kind: "fetch", source: "https://c.example.com/a.ign" },
      timeouts: { total: "60" },
    }),
  ],
  [
    "control groups v1 where they still are",
    { kernel: { cgroupV1: true }, target: { release: "4081.3.10" } },
  ],
])("nothing is said about %s", (_, stored) => {
  expect(told(stored).filter((one) => own.test(one))).toEqual([]);
});

test("a bad line is shown where it stands in the field", () => {
  const { problems } = run(
    presetOf(conf("sysctl", "a = 1\n  b 2\nc = 3")),
    catalogue,
  );
  const problem = problems.find(({ code }) => code === "conf-line");
  expect(problem?.within).toEqual({
    start: { line: 2, column: 1, offset: 6 },
    end: { line: 2, column: 6, offset: 11 },
  });
});

test("two arguments in one become two where they stand", () => {
  const { problems } = run(
    presetOf({ kernel: { arguments: ["a", "b c", "d"] } }),
    catalogue,
  );
  const { fix } = problems.find(
    ({ code }) => code === "kernel-argument-blank",
  )!;
  expect(fix?.edits).toEqual([
    { path: ["kernel", "arguments"], value: ["a", "b", "c", "d"] },
  ]);
});

test("what is wrong with a secret config is told without its words", () => {
  const { problems } = run(
    presetOf(config('{"ignition": {"version": "hunter2hunter2"}}', "secret")),
    catalogue,
  );
  const found = problems.find(({ code }) => code === "config-broken");
  expect(found?.field).toEqual(["ignition", "merge", 0, "secret"]);
  expect(JSON.stringify(found)).not.toContain("hunter2");
});

test("proxies, exceptions and timeouts that are fine are not told", () => {
  const except = [
    ...["localhost", ".example.com", "*.example.com", "registry:5000", "*"],
    ...["10.0.0.5", "10.0.0.0/8", "10.0.0.5/8", "fd00::1", "fd00::/8"],
    ...["[fd00::1]:443", "example.com.", "10.0.0.5:8080", " spaced ", ""],
  ];
  const stored = {
    ignition: {
      proxy: {
        http: "http://proxy.example.com:3128/",
        https: "https://[fd00::1]:3129",
        user: "me",
        password: "a:b@c",
        except,
      },
      timeouts: { headers: "0", total: "30" },
    },
  };
  expect(told(stored).filter((line) => /proxy|timeout/.test(line))).toEqual([
    "secret-in-user-data ignition.proxy.password",
  ]);
});
