import { transpile } from "@/lib/butane";
import { compose, type Preset } from "@/lib/preset";
import { fetchesOf } from ".";

export const mirror = "https://mirror.internal/flatcar/";

export function fetches(preset: Preset) {
  const composed = compose(preset);
  return fetchesOf({ preset, composed, transpiled: transpile(composed.text) });
}

export const still = { osUpdates: { server: "disabled" } };
