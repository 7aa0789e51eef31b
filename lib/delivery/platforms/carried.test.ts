import { createHash } from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { imageOf } from "../images";
import type { ImageKind, UserData } from "../platform";
import { expressionOf, terraformValue } from "../testing/hcl";
import { readCpio, readIso } from "../testing/images";
import {
  hasModernBash,
  hasTool,
  inShell,
  option,
  type ShellRun,
} from "../testing/shell";
import { encodedFor, userDataFor } from "../user-data";
import { platforms } from ".";

/** Whatever the page hands out for a platform, read the way that platform reads it, is the Ignition config to the byte. */

const node = {
  name: "node-1",
  architecture: "x86-64",
  channel: "stable",
} as const;

// Everything that a shell, Terraform, JSON or YAML could take for its own.
const hostile = JSON.stringify({
  ignition: { version: "3.3.0" },
  note: "Zürich ☃ $HOME `id` ${path.module} %{ if } $(id) \"q\" 's' \\ \\n \n # {{x}} <&>",
});
const large = hostile.replace("☃", "k".repeat(12_000));
const configs = [hostile, large];

type Received = Buffer | string;
type InShell = (run: ShellRun) => Received;

const fileAfter =
  (program: string, name: string, prefix = ""): InShell =>
  (run) => {
    const word = option(run, program, name);
    if (!word.startsWith(prefix)) throw new Error(`${word} lacks ${prefix}`);
    return run.file(word.slice(prefix.length));
  };
const text =
  (program: string, name: string): InShell =>
  (run) =>
    option(run, program, name);
const base64 =
  (program: string, name: string): InShell =>
  (run) =>
    Buffer.from(option(run, program, name), "base64");
const gzip =
  (program: string, name: string): InShell =>
  (run) =>
    gunzipSync(Buffer.from(option(run, program, name), "base64"));
const wordOf = (run: ShellRun, program: string, part: string) =>
  run.calls
    .find(({ words }) => words[0]!.endsWith(program))!
    .words.find((word) => word.includes(part))!;
/** The file that QEMU is told to hand over under the name that Flatcar's Ignition reads. */
const fwCfg =
  (program: string): InShell =>
  (run) =>
    run.file(
      /name=opt\/org\.flatcar-linux\/config,file=(\S+)$/.exec(
        wordOf(run, program, "name=opt/"),
      )![1]!,
    );
/** What VMware's Ignition makes of the two guestinfo values. */
function guestinfo(data: string, encoding: string): Buffer {
  const bytes = Buffer.from(data, "base64");
  if (encoding === "base64") return bytes;
  expect(encoding).toBe("gzip+base64");
  return gunzipSync(bytes);
}
const govc: InShell = (run) => {
  const file = option(run, "govc", "-f").split("=")[1]!;
  const encoding = option(run, "govc", "-e").split("=")[1]!;
  return guestinfo(run.file(file).toString(), encoding);
};

/** How each command's program reads what it is given. */
const commands: Readonly<Record<string, InShell>> = {
  "aws/AWS CLI": fileAfter("aws", "--user-data", "file://"),
  "azure/Azure CLI": fileAfter("az", "--user-data"),
  "azure/Azure CLI, custom data": text("az", "--custom-data"),
  "gcp/gcloud": fileAfter("gcloud", "--metadata-from-file", "user-data="),
  "openstack/OpenStack CLI": fileAfter("openstack", "--user-data"),
  "hetzner/hcloud": fileAfter("hcloud", "--user-data-from-file"),
  "digitalocean/doctl": fileAfter("doctl", "--user-data-file"),
  "digitalocean/HTTP API": (run) => {
    expect(option(run, "curl", "--data-binary")).toBe("@-");
    return JSON.parse(run.calls[0]!.stdin).user_data;
  },
  "vmware/govc": govc,
  "vmware/govc, gzip": govc,
  "vmware/ovftool": (run) =>
    guestinfo(
      option(run, "ovftool", "--X:guest:ignition.config.data"),
      option(run, "ovftool", "--X:guest:ignition.config.data.encoding"),
    ),
  "proxmoxve/Proxmox host": (run) => {
    const custom = option(run, "qm", "--cicustom");
    const name = /^user=local:snippets\/(.+)$/.exec(custom)![1]!;
    return run.file(`/var/lib/vz/snippets/${name}`);
  },
  "qemu/Flatcar's script": fileAfter("./flatcar_production_qemu_uefi.sh", "-i"),
  "qemu/qemu-system": fwCfg("qemu-system-x86_64"),
  "libvirt/virt-install": fwCfg("virt-install"),
  "baremetal/flatcar-install": fileAfter("flatcar-install", "-i"),
  "baremetal/flatcar-install, smallest disk": fileAfter(
    "flatcar-install",
    "-i",
  ),
  "akamai/linode-cli": base64("linode-cli", "--metadata.user_data"),
  "akamai/linode-cli, gzip": gzip("linode-cli", "--metadata.user_data"),
  "oraclecloud/OCI CLI": fileAfter("oci", "--user-data-file"),
  "scaleway/scw": (run) =>
    run.file(wordOf(run, "scw", "cloud-init=@").replace("cloud-init=@", "")),
  "exoscale/exo": fileAfter("exo", "--cloud-init"),
  "stackit/STACKIT CLI": fileAfter("stackit", "--user-data", "@"),
  "ibmcloud/IBM Cloud CLI": fileAfter("ibmcloud", "--user-data", "@"),
  "vultr/vultr-cli": text("vultr-cli", "--userdata"),
  "brightbox/brightbox": fileAfter("brightbox", "--user-data-file"),
  "cloudstack/cmk": (run) =>
    Buffer.from(
      wordOf(run, "cmk", "userdata=").replace("userdata=", ""),
      "base64",
    ),
  "kubevirt/kubectl": fileAfter("kubectl", "--from-file", "userdata="),
  "hyperv/kvpctl": fileAfter("kvpctl", "add-ign"),
  "virtualbox/VBoxManage": text("VBoxManage", "/Ignition/Config"),
  // It reads config.ign beside the Vagrantfile by itself.
  "vagrant/Vagrant": (run) => run.file("config.ign"),
  "packet/metal": fileAfter("metal", "--userdata-file"),
  "generic-url/Pointer config": (run) => {
    const { ignition } = JSON.parse(run.file("pointer.ign").toString());
    const { source, verification } = ignition.config.replace;
    const served = run.file(new URL(source).pathname.slice(1));
    const hash = createHash("sha512").update(served).digest("hex");
    expect(verification.hash).toBe(`sha512-${hash}`);
    return served;
  },
};

const plainText = (value: string): Received => value;
const fromBase64 = (value: string): Received => Buffer.from(value, "base64");

/** The attribute of each Terraform snippet, and what its provider does with the value. */
const terraform: Readonly<
  Record<
    string,
    readonly [attribute: string, read: (value: string) => Received]
  >
> = {
  "aws/Terraform": ["user_data", plainText],
  "aws/Terraform, launch template": ["user_data", fromBase64],
  "azure/Terraform": ["custom_data", fromBase64],
  "azure/Terraform, user data": ["user_data", fromBase64],
  "gcp/Terraform": ["user-data", plainText],
  "openstack/Terraform": ["user_data", plainText],
  "hetzner/Terraform": ["user_data", plainText],
  "digitalocean/Terraform": ["user_data", plainText],
  "vmware/Terraform": [
    "guestinfo.ignition.config.data",
    (value) => guestinfo(value, "gzip+base64"),
  ],
  "proxmoxve/Terraform": ["data", plainText],
  "libvirt/Terraform": ["content", plainText],
  "akamai/Terraform": ["user_data", fromBase64],
  "oraclecloud/Terraform": ["user_data", fromBase64],
  "scaleway/Terraform": ["cloud-init", plainText],
  "exoscale/Terraform": ["user_data", plainText],
  "stackit/Terraform": ["user_data", plainText],
  "ibmcloud/Terraform": ["user_data", plainText],
  "aliyun/Terraform": ["user_data", fromBase64],
  "vultr/Terraform": ["user_data", plainText],
  "upcloud/Terraform": ["user_data", plainText],
  "brightbox/Terraform": ["user_data", plainText],
  "cloudstack/Terraform": ["user_data", plainText],
  "nutanix/Terraform": ["guest_customization_cloud_init_user_data", fromBase64],
  "packet/Terraform": ["user_data", plainText],
};

const valueAt = (key: string) => (text: string) =>
  fromBase64(new RegExp(`^ *${key}: (\\S+)$`, "m").exec(text)![1]!);

/** Definitions that hold the config themselves. */
const inline: Readonly<Record<string, (text: string) => Received>> = {
  "kubevirt/Secret": valueAt("userdata"),
  "kubevirt/Volume, inline": valueAt("userDataBase64"),
};

/** Snippets that name a place of the config and hold none of it: what has to stand in them. */
const places: Readonly<Record<string, string>> = {
  "vmware/By address":
    'guestinfo.ignition.config.url = "https://example.com/config.ign"',
  "libvirt/Domain XML":
    "file='/var/lib/libvirt/flatcar-linux/node-1/provision.ign'",
  "pxe/iPXE script":
    " flatcar.first_boot=1 ignition.config.url=https://example.com/config.ign\n",
  "pxe/PXELINUX":
    " flatcar.first_boot=1 ignition.config.url=https://example.com/config.ign",
  "pxe/iPXE script, config in the initramfs": "/oem.cpio.gz\nboot",
  "pxe/PXELINUX, config in the initramfs": ",oem.cpio.gz\n",
  "vultr/iPXE script":
    " flatcar.first_boot=1 ignition.config.url=https://example.com/config.ign\n",
  "kubevirt/Volume, from the Secret": "name: node-1-ignition\n",
};

/** What Ignition looks for on each platform: the label of the drive and the path on it, or the place in the initramfs. */
const drives: Readonly<Record<string, readonly [label: string, path: string]>> =
  {
    "openstack/config-drive": ["config-2", "/openstack/latest/user_data"],
    "nutanix/config-drive": ["config-2", "/openstack/latest/user_data"],
    "proxmoxve/nocloud-drive": ["cidata", "/user-data"],
  };
const archives: Readonly<Record<string, string>> = {
  "pxe/initramfs": "usr/share/oem/config.ign",
};

const tables = [commands, terraform, inline, places, drives, archives];

test("every snippet and every image of every platform has a row, and every row one of them", () => {
  const handedOut = platforms.flatMap(({ id, snippets, images = [] }) =>
    [
      ...snippets.map(({ title }) => title),
      ...images.map(({ kind }) => kind),
    ].map((what) => `${id}/${what}`),
  );
  expect(tables.flatMap((table) => Object.keys(table)).sort()).toEqual(
    handedOut.sort(),
  );
});

const dataOf = (id: string, config: string): UserData =>
  userDataFor(platforms.find((one) => one.id === id)!, config, node);

const titlesOf = (id: string, config: string) =>
  dataOf(id, config).snippets.map(({ title }) => title);

function snippetOf(row: string, config: string) {
  const [id = "", ...title] = row.split("/");
  const found = dataOf(id, config).snippets.find(
    (snippet) => snippet.title === title.join("/"),
  )!;
  return found.text;
}

const expectSame = (received: Received, config: string) =>
  expect(Buffer.from(received).toString("utf8")).toBe(config);

test.each(
  platforms.flatMap(({ id, takes }) =>
    takes.map(({ encoding }) => [id, encoding] as const),
  ),
)("%s takes the text as %s", (id, encoding) => {
  const platform = platforms.find((one) => one.id === id)!;
  for (const config of configs) {
    const { text } = encodedFor(platform, config, encoding);
    const line = /^guestinfo\.ignition\.config\.data = "(.*)"$/m.exec(text);
    expect(Boolean(line)).toBe(platform.wrap === "guestinfo");
    if (line) {
      const said = /^\S+\.encoding = "(.*)"$/m.exec(text)![1]!;
      expectSame(guestinfo(line[1]!, said), config);
      expect(said).toBe(encoding);
    } else if (encoding === "plain") expectSame(text, config);
    else {
      const bytes = Buffer.from(text, "base64");
      expectSame(encoding === "base64" ? bytes : gunzipSync(bytes), config);
    }
  }
});

describe.skipIf(!hasModernBash)("commands", () => {
  for (const [row, receive] of Object.entries(commands)) {
    const needsJq = snippetOf(row, "{}").startsWith("jq ");
    test.skipIf(needsJq && !hasTool("jq"))(row, () => {
      for (const config of configs) {
        const files = { "config.ign": config };
        inShell(snippetOf(row, config), files, (run) =>
          expectSame(receive(run), config),
        );
      }
    });
  }
});

test.skipIf(!hasModernBash)(
  "what commands put into a file is for nobody else, but where QEMU has to read it",
  () => {
    for (const row of Object.keys(commands)) {
      const text = snippetOf(row, "{}");
      // A pointer says nothing that anybody could use.
      if (row.startsWith("generic-url/")) continue;
      for (const [line] of text.matchAll(/^.*[^-2]>\s*\S+.*$/gm))
        expect(line, row).toMatch(/^\(umask 077; .*\)$/);
      expect(text, row).not.toMatch(/^cp /m);
      for (const [, mode] of text.matchAll(/^install .*-m (\d+)/gm))
        expect(mode, row).toBe(row.startsWith("libvirt/") ? "0644" : "0600");
    }
    inShell(snippetOf("vmware/govc", "{}"), { "config.ign": "{}" }, (run) =>
      expect(run.mode("config.b64")).toBe(0o600),
    );
  },
);

describe("Terraform", () => {
  test.each(Object.entries(terraform))("%s", (row, [attribute, read]) => {
    for (const config of configs) {
      const value = terraformValue(snippetOf(row, config), attribute, config);
      expectSame(read(value), config);
    }
  });

  test("vSphere is told the encoding that the data has", () => {
    const hcl = snippetOf("vmware/Terraform", hostile);
    const at = "guestinfo.ignition.config.data.encoding";
    expect(terraformValue(hcl, at, hostile)).toBe("gzip+base64");
  });
});

const hasTerraform = spawnSync("terraform", ["version"]).status === 0;

describe.skipIf(!hasTerraform)("the real Terraform", () => {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1" };

  const inFolder = <Result>(then: (folder: string) => Result): Result => {
    const folder = mkdtempSync(join(tmpdir(), "kindling-terraform-"));
    try {
      return then(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test("works out the same values", () => {
    const rows = Object.entries(terraform);
    // One list of base64 texts, because the console answers once and prints other texts as literals of its own.
    const input = `[${rows
      .map(([row, [attribute]]) =>
        expressionOf(snippetOf(row, hostile), attribute),
      )
      .map((expression) => `base64encode(${expression})`)
      .join(", ")}]\n`;
    const printed = inFolder((cwd) => {
      writeFileSync(join(cwd, "config.ign"), hostile);
      return execFileSync("terraform", ["console"], {
        ...{ cwd, env, input, encoding: "utf8" },
        stdio: ["pipe", "pipe", "ignore"],
      });
    });
    const values = [...printed.matchAll(/"(.*)"/g)].map(([, text]) => text!);
    expect(values.length).toBe(rows.length);
    rows.forEach(([, [, read]], index) => {
      const value = Buffer.from(values[index]!, "base64");
      expectSame(read(value.toString("utf8")), hostile);
    });
  });

  test("would not format them otherwise", () => {
    const { status, stdout } = inFolder((cwd) => {
      for (const [index, row] of Object.keys(terraform).entries()) {
        const text = `${snippetOf(row, hostile)}\n`;
        writeFileSync(join(cwd, `${index}.tf`), text);
      }
      return spawnSync("terraform", ["fmt", "-check", "-diff"], {
        ...{ cwd, env, encoding: "utf8" },
      });
    });
    expect([status, stdout]).toEqual([0, ""]);
  });
});

test.each(Object.entries(inline))("%s", (row, read) => {
  for (const config of configs) {
    if (row === "kubevirt/Volume, inline" && config.length > 2_048)
      expect(titlesOf("kubevirt", config)).not.toContain("Volume, inline");
    else expectSame(read(snippetOf(row, config)), config);
  }
});

test.each(Object.entries(places))("%s names the place", (row, place) => {
  expect(snippetOf(row, hostile)).toContain(place);
});

test("libvirt's XML names the file that its command puts there", () => {
  const path = /file='(.+?)'/.exec(
    snippetOf("libvirt/Domain XML", hostile),
  )![1]!;
  const commands = snippetOf("libvirt/virt-install", hostile);
  expect(commands).toContain(` config.ign ${path}\n`);
});

describe("images", () => {
  const made = (row: string, config: string) =>
    imageOf(row.split("/")[1] as ImageKind, { config, name: node.name });

  test.each(Object.entries(drives))("%s", (row, [label, path]) => {
    for (const config of configs) {
      const drive = readIso(made(row, config));
      expect(drive.label).toBe(label);
      expectSame(drive.files.get(path)!, config);
    }
  });

  test.each(Object.entries(archives))("%s", (row, path) => {
    for (const config of configs) {
      const files = readCpio(gunzipSync(made(row, config)));
      expectSame(files.get(path)!.body, config);
    }
  });
});
