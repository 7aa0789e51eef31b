import { expect, test } from "vitest";
import { extensionById, extensions } from "./extensions";
import { verifyCommands } from "./verify";

const commands = (id: string, updated: boolean) =>
  verifyCommands(extensionById(id)!, updated).map(({ command }) => command);

test("an updated image is looked at from its merge to its work", () => {
  expect(commands("tailscale", true)).toEqual([
    "systemd-sysext status",
    "readlink -f /etc/extensions/tailscale.raw",
    "/usr/lib/systemd/systemd-sysupdate -C tailscale list",
    "systemctl list-timers systemd-sysupdate.timer",
    "journalctl -u systemd-sysupdate -u systemd-sysext",
    "systemctl status tailscaled.service",
    "tailscale status",
  ]);
});

test("what nobody updates is not asked about updates", () => {
  expect(commands("tailscale", false).join("\n")).not.toContain("sysupdate");
  expect(commands("zfs", true).join("\n")).not.toContain("sysupdate");
});

test("every command says what it shows, and none of them changes the node", () => {
  for (const extension of extensions)
    for (const { command, shows } of verifyCommands(extension, true)) {
      expect(shows).not.toBe("");
      expect(command).not.toMatch(/\b(?:rm|restart|stop|update|refresh)\b/);
    }
});
