import { itemsAt, textAt } from "@/lib/butane";
import { oneLine, readIni, valueOf, wholeLines } from "../ini";
import type { Group, Items } from "../parts";
import type { WaitValue, WireguardTunnel } from "./value";

const folder = "/etc/wireguard/";

/** Tunnels of wg-quick: one file in its own words, and the unit that brings it up. */
export const tunnels: Items<WireguardTunnel> = {
  items: true,
  compose({ name, config }, document, at) {
    const stem = oneLine(name);
    const text = wholeLines(config);
    if (stem === "" || text === "") return;
    document.putFile(
      {
        path: `${folder}${stem}.conf`,
        mode: 0o600,
        contents: { inline: text },
      },
      { origin: at },
    );
    document.putUnit(
      { name: `wg-quick@${stem}.service`, enabled: true },
      { origin: at },
    );
  },
  read: (document) =>
    document.entriesOf("storage.files").flatMap(({ key, value }) => {
      const name = key.startsWith(folder)
        ? /^([^/]+)\.conf$/s.exec(key.slice(folder.length))?.[1]
        : undefined;
      const config = textAt(value, "contents", "inline");
      return name === undefined || config === undefined
        ? []
        : [{ name, config }];
    }),
  key: ({ name }) => name,
};

const waitUnit = "systemd-networkd-wait-online.service";
const waitDropin = "10-wait.conf";
const program = "/usr/lib/systemd/systemd-networkd-wait-online";

/** What boot waits for before it calls the node online: every interface that networkd manages, unless told otherwise. */
export const wait: Group<WaitValue> = {
  compose(value, document, at) {
    // One word of the command line: a blank, as in 2 min, would begin another.
    const timeout = oneLine(value.timeout).replace(/\s+/g, "");
    if (!value.any && timeout === "") return;
    const flags = [
      value.any ? " --any" : "",
      timeout === "" ? "" : ` --timeout=${timeout}`,
    ].join("");
    document.putDropin(
      waitUnit,
      {
        name: waitDropin,
        contents: `[Service]\nExecStart=\nExecStart=${program}${flags}\n`,
      },
      { origin: at },
    );
  },
  read(document) {
    const [unit] = document.named("systemd.units", waitUnit);
    const dropin = itemsAt(unit?.value, "dropins").find(
      (one) => textAt(one, "name") === waitDropin,
    );
    if (dropin === undefined) return undefined;
    const command = valueOf(
      readIni(textAt(dropin, "contents") ?? ""),
      "Service",
      "ExecStart",
    );
    return {
      any: command.includes(" --any"),
      timeout: / --timeout=(\S+)/.exec(command)?.[1] ?? "",
    };
  },
};
