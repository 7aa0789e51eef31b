"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import { FoldedCard } from "@/components/sections/folded-card";
import { extensionById } from "@/lib/butane";
import {
  containerRuntimeOf,
  withBuiltIn,
  withContainerRuntime,
  type ContainerRuntime,
} from "@/lib/state/container-runtime";
import {
  useCatalogue,
  useComposer,
  useComposerStore,
} from "@/lib/state/provider";

const builtIns = ["docker", "containerd"] as const;

const runtimes: { value: ContainerRuntime; label: string }[] = [
  { value: "builtin", label: "Flatcar’s own Docker and containerd" },
  { value: "docker", label: "Docker in a version of your choice" },
  { value: "containerd", label: "containerd in a version of your choice" },
  { value: "crio", label: "CRI-O" },
  { value: "none", label: "None" },
];

const several = {
  value: "several" as const,
  label: "Several, as chosen above",
};

/** What runs containers, and what every Flatcar image has; off means a link to /dev/null in its place. */
export function BuiltIns() {
  const extensions = useComposer(({ preset }) => preset.extensions);
  const store = useComposerStore();
  const catalogue = useCatalogue();
  const runtime = containerRuntimeOf(extensions);
  const change = (next: typeof extensions) =>
    store.getState().edit("extensions", next);
  return (
    <FoldedCard
      title="Container runtime"
      path={["extensions", "builtinOff"]}
      summary={summaryOf(runtime)}
    >
      <Field
        label="Containers are run by"
        width="medium"
        help="Another choice takes the one before off the node. K3s and RKE2 bring their own."
      >
        <Select
          value={runtime}
          options={runtime === "several" ? [several, ...runtimes] : runtimes}
          onChange={(value) =>
            change(
              withContainerRuntime(
                store.getState().preset,
                value as ContainerRuntime,
                catalogue,
              ),
            )
          }
        />
      </Field>
      {builtIns.map((id) => (
        <Switch
          key={id}
          label={extensionById(`builtin:${id}`)?.title ?? id}
          help={extensionById(`builtin:${id}`)?.summary}
          checked={!extensions.builtinOff.includes(id)}
          onChange={(on) => change(withBuiltIn(extensions, id, on))}
        />
      ))}
    </FoldedCard>
  );
}

function summaryOf(runtime: ReturnType<typeof containerRuntimeOf>): string {
  return (
    [several, ...runtimes].find(({ value }) => value === runtime)?.label ?? ""
  );
}
