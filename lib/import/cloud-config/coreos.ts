import { hasInstallSection, parseUnit, type YamlNode } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { tellVariables } from "./files";
import type { Handler, Run } from "./run";
import { flagOf, itemsOf, membersOf, textOf, type Member } from "./yaml";

/** What only coreos-cloudinit knows. */
export const coreos: Handler = (value, run) => {
  for (const member of membersOf(value)) {
    const part = parts[member.name];
    if (part) part(member, run);
    else
      run.leave(
        member.keyNode,
        `coreos.${member.key}`,
        reasons[member.name] ?? "Flatcar's Ignition has no counterpart.",
      );
  }
};

const parts: Readonly<Record<string, (member: Member, run: Run) => void>> = {
  units: ({ value }, run) => {
    for (const item of itemsOf(value) ?? []) oneUnit(item, run);
  },
  update: (member, run) =>
    osUpdates(member, run, {
      group: "group",
      server: "server",
      reboot_strategy: "strategy",
    }),
  locksmith: (member, run) =>
    osUpdates(member, run, {
      window_start: "windowStart",
      window_length: "windowLength",
    }),
};

const gone = "Flatcar has no such service any more.";
const reasons: Readonly<Record<string, string>> = {
  ...{ etcd: gone, etcd2: gone, fleet: gone },
  flannel: "Set its variables in a drop-in for its unit.",
};

type Field = keyof Preset["osUpdates"];

function osUpdates(
  { key, value }: Member,
  run: Run,
  fields: Readonly<Record<string, Field>>,
): void {
  for (const inner of membersOf(value)) {
    const field = fields[inner.name];
    const text = textOf(inner.value) ?? "";
    const strategies = ["reboot", "etcd-lock", "off"];
    if (!field || (field === "strategy" && !strategies.includes(text))) {
      run.leave(
        inner.keyNode,
        `coreos.${key}.${inner.key}`,
        field
          ? `No reboot strategy is called \`${text}\` any more.`
          : "Set it in a drop-in for `locksmithd.service`.",
      );
    } else run.osUpdates = { ...run.osUpdates, [field]: text };
  }
}

/** Units that systemd-networkd reads, from a folder of its own. */
const networkUnit = /\.(?:network|netdev|link)$/;

function oneUnit(item: YamlNode, run: Run): void {
  const fields = new Map(membersOf(item).map((one) => [one.name, one]));
  const name = textOf(fields.get("name")?.value) ?? "";
  if (!name) {
    return run.leave(
      item,
      "a unit without a name",
      "A unit's file is called like the unit.",
    );
  }
  const content = textOf(fields.get("content")?.value);
  if (content)
    tellVariables(content, name, fields.get("content")!.keyNode, run);
  if (networkUnit.test(name)) {
    const path = `/etc/systemd/network/${name}`;
    run.document.putFile({
      path,
      mode: 0o644,
      contents: { inline: content ?? "" },
    });
  } else {
    run.document.putUnit(unitOf(name, content, fields, run));
  }
  const dropins = fields.get("drop_ins");
  for (const dropin of (dropins && itemsOf(dropins.value)) ?? []) {
    const inner = new Map(
      membersOf(dropin).map((one) => [one.name, one.value]),
    );
    run.document.putDropin(name, {
      name: textOf(inner.get("name")) ?? "",
      contents: textOf(inner.get("content")) ?? "",
    });
  }
}

/** Commands that leave the unit running. */
const starting =
  /^(?:try-)?(?:re)?(?:start|load)(?:-or-(?:try-)?(?:restart))?$/;

function unitOf(
  name: string,
  content: string | null,
  fields: ReadonlyMap<string, Member>,
  run: Run,
) {
  const command = fields.get("command");
  const verb = textOf(command?.value) ?? "";
  const mask = flagOf(fields.get("mask")?.value) === true;
  const isStarted = starting.test(verb);
  if (verb && !isStarted) {
    run.leave(
      command!.keyNode,
      `command: ${verb} of ${name}`,
      "Ignition runs no commands: switch the unit off, or mask it.",
    );
  }
  const enabled = flagOf(fields.get("enable")?.value) === true || isStarted;
  return {
    name,
    ...(mask ? { mask } : {}),
    ...(enabled && !mask ? { enabled } : {}),
    ...(content && !mask
      ? { contents: isStarted ? startable(content) : content }
      : {}),
  };
}

/** coreos-cloudinit starts a unit itself, on every boot; here systemd does, which needs to know when. */
function startable(content: string): string {
  const parsed = parseUnit(content);
  if (!parsed.ok || hasInstallSection(parsed)) return content;
  return `${content.replace(/\n*$/, "\n")}\n[Install]\nWantedBy=multi-user.target\n`;
}
