// @vitest-environment happy-dom
import { act } from "react";
import { expect, test } from "vitest";
import { FilesForm } from "./files-form";
import { IdentityForm } from "./identity-form";
import { NetworkForm } from "./network-form";
import { IgnitionForm } from "./ignition-form";
import { KernelForm } from "./kernel-form";
import { OsUpdatesForm } from "./os-updates-form";
import { StorageForm } from "./storage-form";
import { formPage } from "./testing/form-page";
import { UnitsForm } from "./units-form";
import { UsersForm } from "./users-form";

const page = formPage();
const { draw, type, click, openAll, state, settled } = page;

test("a file is added, filled in, and made a secret", async () => {
  await draw(<FilesForm />);
  await click("Add file");
  await type("Path", "/etc/hostname");
  await type("Text of the file", "a\n");
  await type("Mode", "0600");
  await click("Secret text");
  const [file] = state().preset.files.files;
  expect(file).toMatchObject({
    path: "/etc/hostname",
    mode: "0600",
    // It is on every image already.
    overwrite: true,
    contents: { kind: "secret", secret: "a\n", text: "" },
  });
});

test("a hash as sha256sum prints it becomes one of Ignition's", async () => {
  await draw(<FilesForm />, {
    files: {
      files: [{ path: "/opt/bin/a", contents: { kind: "fetch" } }],
    },
  });
  await click("Open the fields of /opt/bin/afrom an address");
  await type("Hash", `${"AB".repeat(32)}  a.tar\n`);
  expect(state().preset.files.files[0]!.contents.hash).toBe(
    `sha256-${"ab".repeat(32)}`,
  );
});

test("folders, links and the rest of a file are drawn", async () => {
  await draw(<FilesForm />);
  await click("Add folder");
  await click("Add link");
  await type("Target", "/srv");
  const { directories, links } = state().preset.files;
  expect(directories).toHaveLength(1);
  expect(links).toMatchObject([{ target: "/srv" }]);
});

test("a unit begins with the usual lines of its type, and is enabled then", async () => {
  await draw(<UnitsForm />);
  await click("Add unit");
  await type("Name", "a.timer");
  await click("Begin with the lines of a timer");
  await click("Add drop-in");
  await type("Name of drop-in 1", "10-a.conf");
  expect(state().preset.units.units).toMatchObject([
    {
      name: "a.timer",
      enabled: "yes",
      contents: expect.stringContaining("[Timer]\nOnCalendar=daily\n"),
      dropins: [{ name: "10-a.conf" }],
    },
  ]);
});

test("what is emptied in an account is absent again", async () => {
  await draw(<UsersForm />, { users: { users: [{ name: "app" }] } });
  await click(
    "Open the account of appId, main group, shell and home are left to the system",
  );
  await type("User id", "1000");
  await click("May use sudo without a passwordEverything, as core may.");
  expect(state().preset.users.users[0]).toMatchObject({
    uid: "1000",
    sudo: true,
  });
  await type("User id", "");
  expect(state().preset.users.users[0]).not.toHaveProperty("uid");
  await click("Add group");
  await click("Remove group 1");
  expect(state().preset.users).not.toHaveProperty("groups");
});

test("the platform's variables are offered where its agent runs", async () => {
  await draw(<IdentityForm />, { target: { platform: "hetzner" } });
  expect(page.place.textContent).toContain("COREOS_HETZNER_PUBLIC_IPV4");
  await type("Units that need metadata", "a.service");
  expect(state().preset.identity.metadataFor).toEqual(["a.service"]);
  await type("Units that need metadata", "");
  expect(state().preset.identity).not.toHaveProperty("metadataFor");
  await draw(<IdentityForm />, { target: { platform: "qemu" } });
  expect(page.place.textContent).toContain("does not run on this platform");
});

test("the lock in etcd is asked for where it is used", async () => {
  await draw(<OsUpdatesForm />);
  expect(page.place.textContent).not.toContain("Addresses of etcd");
  await draw(<OsUpdatesForm />, { osUpdates: { strategy: "etcd-lock" } });
  await type("Addresses of etcd", "https://10.0.0.1:2379");
  expect(state().preset.osUpdates.lockEndpoints).toBe("https://10.0.0.1:2379");
});

test("an interface is added, and all of a network has its fields", async () => {
  await draw(<NetworkForm />);
  await click("Add interface");
  await type("Name of its file", "lan");
  await type("Addresses", "10.0.0.5/24, fd00::5/64");
  await click("Add route");
  await type("Route to", "10.1.0.0/16");
  await click("DNS servers from DHCP");
  await openAll();
  await type("Servers", "9.9.9.9");
  await click("Add name");
  await type("Address", "10.0.0.2");
  await type("Names for address", "registry");
  await type("NTP servers", "ntp.example.com");
  await type("For https", "http://proxy:3128");
  await click("Docker, if not every service");
  await click("Add certificate authority");
  await type("Name of authority 1", "company");
  await type("Certificate of company", "pem");
  await click("Begin nftables rules with SSH and answers only");
  await type("Listens on", "222");
  await click("Refused");
  await click("Add wg-quick file");
  await type("Device of wg-quick file 1", "wg1");
  await type("Wait at most", "30");
  expect(state().preset.network).toMatchObject({
    links: [
      {
        name: "lan",
        match: "en*",
        addresses: ["10.0.0.5/24", "fd00::5/64"],
        routes: [{ destination: "10.1.0.0/16" }],
        dhcpIgnore: ["dns"],
      },
    ],
    tunnels: [{ name: "wg1" }],
    wait: { timeout: "30" },
    dns: { servers: ["9.9.9.9"] },
    hosts: [{ address: "10.0.0.2", names: ["registry"] }],
    time: { servers: ["ntp.example.com"] },
    proxy: {
      https: "http://proxy:3128",
      users: ["system", "shell", "update-engine", "docker"],
    },
    authorities: [{ name: "company", pem: "pem" }],
    firewall: { nftables: expect.stringContaining("tcp dport 22 accept") },
    sshd: { listen: ["222"], typedLogin: "no" },
  });
});

test.each([
  ["vlan", "VLAN id", "10", { vlanId: "10" }],
  ["bond", "Look at the ports every", "1s", { bondMonitor: "1s" }],
  ["wireguard", "Listens on port", "51820", { listenPort: "51820" }],
])("what only a %s has is asked of it", async (kind, label, text, expected) => {
  await draw(<NetworkForm />, { network: { links: [{ kind, name: "it" }] } });
  await openAll();
  await type(label, text);
  expect(state().preset.network.links[0]).toMatchObject(expected);
});

test("a peer of a tunnel has its keys and addresses", async () => {
  const links = [{ kind: "wireguard", name: "wg0" }];
  await draw(<NetworkForm />, { network: { links } });
  await openAll();
  await click("Add peer");
  await type("Public key of Peer 1", "abc");
  await type("Addresses behind Peer 1", "10.8.0.0/24");
  expect(state().preset.network.links[0]!.peers).toMatchObject([
    { publicKey: "abc", allowedIps: ["10.8.0.0/24"] },
  ]);
});

test("a kernel argument with a switch is one of the list, and a settings file has its folder", async () => {
  await draw(<KernelForm />);
  await click("Add argument");
  await type("Argument 1", "console=ttyS0");
  const off = [...page.place.querySelectorAll<HTMLElement>("[role=switch]")];
  const tsx = off.find((one) =>
    one.closest("label")?.textContent?.startsWith("TSX off"),
  );
  await act(async () => tsx!.click());
  await click("Add settings file");
  await type("Name", "50-node");
  await type("Lines", "vm.max_map_count = 262144");
  const { kernel } = state().preset;
  expect(kernel.arguments).toEqual(["console=ttyS0", "tsx=off"]);
  expect((await settled()).outcome!.butane).toContain(
    "/etc/sysctl.d/50-node.conf",
  );
  await act(async () => tsx!.click());
  expect(state().preset.kernel.arguments).toEqual(["console=ttyS0"]);
});

test("a merged config is fetched with its hash, and timeouts are seconds", async () => {
  await draw(<IgnitionForm />);
  await click("Add config");
  await type("Address", "https://c.example.com/a.ign");
  await type("Hash", "ab".repeat(32));
  await type("Download ends within (seconds)", "300");
  const { butane } = (await settled()).outcome!;
  expect(butane).toContain("source: https://c.example.com/a.ign");
  expect(butane).toContain(`hash: sha256-${"ab".repeat(32)}`);
  expect(butane).toContain("http_total: 300");
});

test("an arrangement of disks is put together at once, and filled in", async () => {
  await draw(<StorageForm />);
  await click(
    "Extra diskOne partition with ext4, mounted below /var/lib. Name the disk.",
  );
  await click("Open the fields of /dev/sdberased first · 1 partition");
  await type("Disk", "/dev/disk/by-id/one");
  const { disks, filesystems } = state().preset.storage;
  expect(disks).toMatchObject([
    { device: "/dev/disk/by-id/one", partitions: [{ number: 1 }] },
  ]);
  expect(filesystems).toMatchObject([{ path: "/var/lib/data" }]);
});

test("each part of storage is added by itself, with its fields open", async () => {
  await draw(<StorageForm />);
  for (const one of [
    "disk",
    "RAID array",
    "encrypted device",
    "filesystem",
    "volume group",
    "mount",
  ])
    await click(`Add ${one}`);
  await click("Add partition to this disk");
  await click("Add volume to this group");
  await type("Where", "/var/www");
  await type("Swap file in MiB", "512");
  await type("Key", "a secret");
  const { storage } = state().preset;
  expect(storage.disks[0]!.partitions.map(({ number }) => number)).toEqual([
    1, 2,
  ]);
  expect(storage.lvm[0]!.volumes).toHaveLength(1);
  expect(storage.mounts).toMatchObject([{ where: "/var/www", type: "nfs" }]);
  expect(storage.swap.fileMib).toBe(512);
  expect(storage.luks[0]!.key.inline).toBe("a secret");
});
