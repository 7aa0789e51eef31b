import {
  takesMinorSteps,
  trackOf,
  type Extension,
  type UpdatePolicy,
} from "@/lib/butane";

interface PolicyOption {
  value: UpdatePolicy;
  label: string;
  title?: string;
}

/** What can be chosen for the updates of an extension at a version; what is chosen already is always among it. */
export function policies(
  version: string,
  extension: Extension | undefined,
  now: UpdatePolicy = "none",
): PolicyOption[] {
  const series = bare(trackOf(version, extension?.trackDepth ?? 2));
  const major = bare(trackOf(version, 1));
  const steps = extension !== undefined && takesMinorSteps(extension);
  const isOffered = major !== null && major !== series && !steps;
  return [
    { value: "none", label: "None", title: "Stays at this version" },
    ...option(series !== null || now === "patch", {
      value: "patch",
      label: series === null ? "Patch" : `Patch ${series}.x`,
      title: series === null ? "" : `Newer versions of ${series} only`,
    }),
    ...option(isOffered || now === "major", {
      value: "major",
      label: major === null ? "Major" : `Major ${major}.x`,
      title: major === null ? "" : `Newer versions of ${major} only`,
    }),
    { value: "any", label: "Any newer", title: "Whatever is newest" },
  ];
}

function option(there: boolean, one: PolicyOption): PolicyOption[] {
  return there ? [one] : [];
}

/** `v1.32` → `1.32`, as people say it. */
function bare(track: string | null): string | null {
  return track === null ? null : track.replace(/^v(?=\d)/, "");
}
