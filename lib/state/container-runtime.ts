import { extensionById, type Catalogue } from "@/lib/butane";
import { chooseExtension, type Preset } from "@/lib/preset";

type Extensions = Preset["extensions"];

/** What runs containers on a node; `several` where more than one is chosen. */
export type ContainerRuntime =
  | "builtin"
  | "docker"
  | "containerd"
  | "crio"
  | "none"
  | "several";

const images: readonly string[] = ["docker", "containerd", "crio"];

/** Bakery images that run containers; an image of one's own that is called like one of them is no such thing. */
function isRuntime({ id, own }: Extensions["chosen"][number]): boolean {
  return !own && images.includes(id);
}

/** A chosen image goes before the built-in ones; `none` where containerd is off, which Docker needs as well. */
export function containerRuntimeOf(extensions: Extensions): ContainerRuntime {
  const chosen = extensions.chosen.filter(isRuntime);
  if (chosen.length > 1) return "several";
  if (chosen[0]) return chosen[0].id as ContainerRuntime;
  return extensions.builtinOff.includes("containerd") ? "none" : "builtin";
}

/** A node with another runtime: what ran containers before goes, and the built-in ones are on for themselves alone. */
export function withContainerRuntime(
  preset: Preset,
  runtime: ContainerRuntime,
  catalogue: Catalogue,
): Extensions {
  const { extensions } = preset;
  if (runtime === "several") return extensions;
  const kept = extensions.chosen.filter(
    (one) => !isRuntime(one) || one.id === runtime,
  );
  const missing =
    images.includes(runtime) &&
    !kept.some((one) => isRuntime(one) && one.id === runtime);
  return {
    ...extensions,
    chosen: missing
      ? [...kept, chooseExtension(runtime, catalogue, preset)]
      : kept,
    builtinOff: runtime === "builtin" ? [] : ["docker", "containerd"],
  };
}

/** The switches of the built-in ones: Docker needs containerd, so the one goes off with the other and comes on with it. */
export function withBuiltIn(
  extensions: Extensions,
  name: "docker" | "containerd",
  on: boolean,
): Extensions {
  const off = new Set(extensions.builtinOff);
  for (const one of tiedTo(name, on))
    if (on) off.delete(one);
    else off.add(one);
  return { ...extensions, builtinOff: [...off] };
}

function tiedTo(
  name: "docker" | "containerd",
  on: boolean,
): readonly ("docker" | "containerd")[] {
  const needs = extensionById("builtin:docker")?.requires ?? [];
  const tied = needs.includes("builtin:containerd");
  const other = name === "docker" ? "containerd" : "docker";
  // Docker brings its containerd along when it comes, and containerd takes Docker along when it goes.
  return tied && (name === "docker") === on ? [name, other] : [name];
}
