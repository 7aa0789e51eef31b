import { extensionById, systemdOf, type Path, type Range } from "@/lib/butane";
import type { ConfFile, ConfKind } from "@/lib/preset/sections/kernel/value";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Check, Finding } from "./check";

/** What the kernel section says that the node will not take as it was meant. */
export const kernelSettings: Check = ({ preset }) => {
  const { kernel } = preset;
  return [
    ...(["arguments", "removed"] as const).flatMap((list) =>
      kernel[list].flatMap((argument, index) =>
        ofArgument(argument, kernel[list], ["kernel", list, index]),
      ),
    ),
    ...kernel.confs.flatMap((conf, index) =>
      ofConf(conf, ["kernel", "confs", index]),
    ),
  ];
};

/** Switches that a release or another choice does not go well with. */
export const kernelSwitches: Check = ({ preset }) => {
  const { cgroupV1, selinuxEnforcing } = preset.kernel;
  const systemd = systemdOf(releaseOf(preset)) ?? 0;
  const cluster = preset.extensions.chosen
    .map(({ id }) => extensionById(id))
    .find((one) => one && ["kubernetes", "k3s", "rke2"].includes(one.id));
  const findings: Finding[] = [];
  if (cgroupV1 && systemd >= 256)
    findings.push({
      kind: systemd >= 258 ? "error" : "warning",
      code: "cgroup-v1-gone",
      sentence:
        systemd >= 258
          ? `${releaseName(preset)} has systemd ${systemd}, which no longer knows control groups v1.`
          : `${releaseName(preset)} has systemd ${systemd}, which is about to drop control groups v1: the next release may not start with them.`,
      why: "Software that cannot do without needs an older release, or a newer version of its own.",
      field: ["kernel", "cgroupV1"],
      fix: {
        label: "Use control groups v2",
        edits: [{ path: ["kernel", "cgroupV1"], value: false }],
      },
    });
  if (selinuxEnforcing && cluster)
    findings.push({
      kind: "warning",
      code: "selinux-with-cluster",
      sentence: `With SELinux enforcing, installers of network plugins are known to fail: pods of ${cluster.title} may get no network.`,
      field: ["kernel", "selinuxEnforcing"],
    });
  return findings;
};

/** Ignition adds each one as it stands, and the kernel splits what it gets at blanks. */
function ofArgument(
  argument: string,
  all: readonly string[],
  at: Path,
): Finding[] {
  const words = argument.trim().match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
  if (words.length < 2) return [];
  const index = Number(at.at(-1));
  return [
    {
      kind: "warning",
      code: "kernel-argument-blank",
      sentence: `To the kernel these are ${words.length} arguments: Ignition looks for them in one piece.`,
      field: at,
      fix: {
        label: "Make them arguments of their own",
        edits: [
          {
            path: at.slice(0, -1),
            value: [...all.slice(0, index), ...words, ...all.slice(index + 1)],
          },
        ],
      },
    },
  ];
}

function ofConf(conf: ConfFile, at: Path): Finding[] {
  const { kind, name, text } = conf;
  if (name === "")
    return text.trim() === ""
      ? []
      : [
          {
            kind: "warning",
            code: "conf-without-name",
            sentence: "Without a name, this file is not written.",
            field: [...at, "name"],
          },
        ];
  if (!/^[\w@.:+-]+$/.test(name))
    return [
      {
        kind: "error",
        code: "conf-name",
        sentence:
          "The name of a settings file is letters, digits, dots and hyphens: with a slash or a blank in it, nobody reads the file.",
        field: [...at, "name"],
      },
    ];
  return badLines(kind, text).map(({ range, line }) => ({
    kind: "warning" as const,
    code: "conf-line",
    sentence: `Line ${range.start.line} is skipped on the node: ${told[kind]}.`,
    why: line.length > 60 ? `${line.slice(0, 60)}…` : line,
    field: [...at, "text"],
    within: range,
  }));
}

/** What a line of each kind looks like; kinds that are not here take anything. */
const shapes: Partial<Readonly<Record<ConfKind, RegExp>>> = {
  sysctl: /^-?[\w./*@?[\]-]+\s*=|^-[\w./*@?[\]-]+$/,
  modules: /^[\w-]+$/,
  modprobe: /^(?:alias|blacklist|install|options|remove|softdep|weakdep)\s+\S/,
  tmpfiles: /^[a-zA-Z][-+!=~^$?]*\s+\S/,
  audit: /^-/,
  journald: /^(?:\[Journal\]|[A-Z]\w*\s*=.*)$/,
};

const told: Readonly<Record<ConfKind, string>> = {
  sysctl: "a setting is a name, = and a value",
  modules: "the name of a module and nothing else",
  modprobe: "it begins with options, blacklist, alias, install or softdep",
  tmpfiles: "it begins with a type such as d, and then a path",
  audit: "a rule begins with an option such as -w or -a",
  journald: "it stands in [Journal] and is a name, = and a value",
  udev: "",
  motd: "",
};

function badLines(
  kind: ConfKind,
  text: string,
): { readonly range: Range; readonly line: string }[] {
  const shape = shapes[kind];
  if (!shape) return [];
  const found: { range: Range; line: string }[] = [];
  let offset = 0;
  let continued = false;
  for (const [index, line] of text.split("\n").entries()) {
    const said = line.trim();
    if (!continued && said !== "" && !/^[#;]/.test(said) && !shape.test(said)) {
      const place = (column: number) => ({
        line: index + 1,
        column: column + 1,
        offset: offset + column,
      });
      found.push({
        range: { start: place(0), end: place(line.length) },
        line: said,
      });
    }
    continued = line.endsWith("\\");
    offset += line.length + 1;
  }
  return found;
}
