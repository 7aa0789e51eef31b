"use client";

import { Card } from "@/components/sections/section-page";
import { PathMessages } from "@/components/sections/path-field";
import { useSection } from "@/components/sections/use-section";
import { Switch } from "@/components/ui/switch";
import { extensionById } from "@/lib/butane";

const builtIns = ["docker", "containerd"] as const;

/** What every Flatcar image has; off means a link to /dev/null in its place. */
export function BuiltIns() {
  const [{ builtinOff }, change] = useSection("extensions");
  const set = (id: (typeof builtIns)[number], on: boolean) =>
    change({
      builtinOff: on
        ? builtinOff.filter((one) => one !== id)
        : [...builtinOff, id],
    });
  return (
    <Card title="Built into Flatcar">
      <PathMessages path={["extensions", "builtinOff"]} />
      {builtIns.map((id) => (
        <Switch
          key={id}
          label={extensionById(`builtin:${id}`)?.title ?? id}
          help={extensionById(`builtin:${id}`)?.summary}
          checked={!builtinOff.includes(id)}
          onChange={(on) => set(id, on)}
        />
      ))}
    </Card>
  );
}
