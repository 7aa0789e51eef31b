import { transpile, type IgnitionConfig } from "@/lib/butane";
import { presetOf } from "@/lib/checks/testing";
import { compose, type Preset } from "@/lib/preset";
import { timelineOf } from ".";
import type { BootStep } from "./step";

export const empty: IgnitionConfig = { ignition: { version: "3.3.0" } };

export function timeline(stored: object, config?: IgnitionConfig) {
  const preset = presetOf(stored);
  return timelineOf(preset, config ?? configOf(preset)!);
}

export function configOf(preset: Preset): IgnitionConfig | null {
  return transpile(compose(preset).text).ignition as IgnitionConfig | null;
}

/** The steps in order, each as `phase id`, with a `~` for the network. */
export const order = (...given: Parameters<typeof timeline>) =>
  timeline(...given).flatMap(({ id, steps }) =>
    steps.map((one) => `${id} ${one.network ? "~" : ""}${one.id}`),
  );

export function stepOf(
  id: string,
  ...given: Parameters<typeof timeline>
): BootStep {
  const found = timeline(...given)
    .flatMap(({ steps }) => steps)
    .find((one) => one.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

export const rows = ({ items }: BootStep) =>
  items.map(({ name, what = "" }) => `${name}: ${what}`);
export const failures = (one: BootStep) =>
  one.failures.map(({ when, shows }) => `${when}. ${shows}`).join("\n");

export const k3s = {
  extensions: {
    chosen: [
      {
        id: "k3s",
        version: "v1.32.2+k3s1",
        updates: "patch",
        params: { token: "a" },
      },
    ],
  },
};
export const release = (of: string) => ({ target: { release: of } });
