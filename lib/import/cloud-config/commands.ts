import type { YamlNode } from "@/lib/butane";
import { tellVariables } from "./files";
import type { Handler, Run } from "./run";
import { isNothing, itemsOf, textOf } from "./yaml";

const folder = "/etc/cloud-config";
const stamps = "/var/lib/cloud-config";

/** Commands of the first boot, once the network is up. */
export const runcmd: Handler = (value, run, key) => {
  const done = `${stamps}/runcmd.done`;
  // The mark comes first: like cloud-init, the commands run once, whether they succeed or not.
  commands("runcmd", value, key, run, {
    unit: [
      "Wants=network-online.target",
      "After=network-online.target",
      `ConditionPathExists=!${done}`,
    ],
    before: [`mkdir -p ${stamps}`, `touch ${done}`],
  });
};

/** Commands of every boot, before the network. */
export const bootcmd: Handler = (value, run, key) => {
  commands("bootcmd", value, key, run, {
    unit: [
      "DefaultDependencies=no",
      "After=local-fs.target",
      "Wants=network-pre.target",
      "Before=network-pre.target shutdown.target",
      "Conflicts=shutdown.target",
    ],
    before: [],
  });
};

interface Service {
  readonly unit: readonly string[];
  readonly before: readonly string[];
}

function commands(
  name: string,
  value: YamlNode,
  key: YamlNode,
  run: Run,
  { unit, before }: Service,
): void {
  const items = itemsOf(value);
  if (!items) return run.leave(key, name, "It has to be a list of commands.");
  const lines = items.flatMap((item) => lineOf(item, name, run));
  if (lines.length === 0) return;
  const script = `${folder}/${name}.sh`;
  run.document.putFile(
    {
      path: script,
      mode: 0o700,
      contents: { inline: `#!/bin/sh\n${lines.join("\n")}\n` },
    },
    { comment: `The commands of the cloud-config's ${name}, in their order.` },
  );
  run.document.putUnit({
    name: `cloud-config-${name}.service`,
    enabled: true,
    contents: [
      "[Unit]",
      `Description=Commands of the cloud-config (${name})`,
      ...unit,
      "",
      "[Service]",
      "Type=oneshot",
      "RemainAfterExit=yes",
      ...before.map((command) => `ExecStartPre=${command}`),
      `ExecStart=/bin/sh ${script}`,
      "",
      "[Install]",
      "WantedBy=multi-user.target",
      "",
    ].join("\n"),
  });
}

/** A command as a line for the shell: a text as it is, a list with every word in quotes. */
function lineOf(item: YamlNode, name: string, run: Run): string[] {
  if (isNothing(item)) return [];
  const words = itemsOf(item)?.map((word) => textOf(word) ?? "");
  const line = words ? words.map(quoted).join(" ") : textOf(item);
  if (line === null) {
    run.leave(
      item,
      `a command of ${name}`,
      "A command is a text or a list of words.",
    );
    return [];
  }
  tellVariables(line, name, item, run);
  const installer = installs(words?.join(" ") ?? line);
  if (installer) {
    run.leave(
      item,
      `${installer} in ${name}`,
      `The command is kept, but Flatcar has no ${installer}: use a system extension or a container.`,
    );
  }
  return [line];
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;

function installs(line: string): string | undefined {
  return /(?:^|[\s;&|(])(apt-get|apt|dnf|yum|zypper|apk|pacman|snap|pip3?)\s+(?:-\S+\s+)*(?:install|update|upgrade|add|-S)/.exec(
    line,
  )?.[1];
}
