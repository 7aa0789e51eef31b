import type { ListName } from "@/lib/butane";
import { defaultsOf, ofParts, type Items } from "../parts";
import { defineSection } from "../../section";
import { count, firstFew, quote } from "../../words";
import { cgroupV1, fips, impliedArguments, selinux } from "./bundles";
import { confFiles, confPath } from "./confs";
import { governor } from "./governor";
import { kernelSchema } from "./schema";
import type { KernelValue } from "./value";

const initial = defaultsOf<KernelValue>(kernelSchema);

const parts = ofParts<KernelValue>(
  "kernel",
  {
    arguments: argumentsIn("kernel_arguments.should_exist"),
    removed: argumentsIn("kernel_arguments.should_not_exist"),
    confs: confFiles,
    fips,
    selinuxEnforcing: selinux,
    cgroupV1,
    governor,
  },
  initial,
);

export const kernel = defineSection({
  id: "kernel",
  title: "Kernel and boot",
  group: "system",
  schema: kernelSchema,
  initial,
  ...parts,
  describe: (value) => [
    ...argumentLines("adds", value.arguments),
    ...argumentLines("takes away", value.removed),
    ...confLines(value),
    ...(value.fips ? ["turns FIPS mode on"] : []),
    ...(value.selinuxEnforcing ? ["makes SELinux enforcing"] : []),
    ...(value.cgroupV1 ? ["goes back to control groups v1"] : []),
    ...(value.governor ? [`sets the CPU governor ${value.governor}`] : []),
  ],
});

/** A list of kernel arguments; one that is empty is not written. */
function argumentsIn(list: ListName): Items<string> {
  return {
    items: true,
    compose(argument, document, origin) {
      if (argument.trim() !== "")
        document.putEntry(list, argument.trim(), { origin });
    },
    read(document) {
      const entries = document.entriesOf(list);
      if (entries.length === 0) return [];
      const implied = impliedArguments(document);
      return entries
        .map(({ key }) => key)
        .filter((key) => key !== "" && !implied.has(key));
    },
    key: (argument) => argument.split("=")[0]!,
  };
}

function argumentLines(does: string, all: readonly string[]): string[] {
  return all.length === 0
    ? []
    : [
        `${does} ${count(all.length, "kernel argument")}: ${firstFew(all.map(quote))}`,
      ];
}

function confLines({ confs }: KernelValue): string[] {
  const paths = confs
    .filter(({ name, text }) => name !== "" && text.trim() !== "")
    .map((conf) => quote(confPath(conf)));
  return paths.length === 0
    ? []
    : [`writes ${count(paths.length, "settings file")}: ${firstFew(paths)}`];
}
