import { trackOf, type Catalogue } from "@/lib/butane";
import { releasesOf, withVersion, type Preset } from "@/lib/preset";

/**
 * The extensions of a preset with one of them in another minor version. CRI-O, which is released with Kubernetes, goes along
 * where a release of that minor version is known.
 */
export function withMinor(
  preset: Preset,
  index: number,
  { to, version }: { readonly to: string; readonly version: string },
  catalogue: Catalogue,
): Preset["extensions"] {
  const { extensions, target } = preset;
  const isKubernetes = extensions.chosen[index]?.id === "kubernetes";
  const crio = releasesOf(catalogue, "crio").find(
    (one) => trackOf(one.version) === to,
  );
  return {
    ...extensions,
    chosen: extensions.chosen.map((one, at) => {
      if (at === index)
        return withVersion(one, version, catalogue, target.architecture);
      return isKubernetes && crio && one.id === "crio" && !one.own
        ? withVersion(one, crio.version, catalogue, target.architecture)
        : one;
    }),
  };
}
