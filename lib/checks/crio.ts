import { compareVersions, trackOf } from "@/lib/butane";
import { releasesOf } from "@/lib/preset/choose";
import type { Check } from "./check";
import { chosenOf } from "./extensions";

/** CRI-O is released with Kubernetes, minor version by minor version. */
export const crioMinor: Check = ({ preset, catalogue }) => {
  const find = (id: string) =>
    chosenOf(preset).find(({ extension }) => extension?.id === id);
  const crio = find("crio");
  const kubernetes = find("kubernetes");
  const wanted = kubernetes && trackOf(kubernetes.chosen.version, 2);
  const has = crio && trackOf(crio.chosen.version, 2);
  if (!crio || !wanted || !has || wanted === has) return [];
  const { architecture } = preset.target;
  const fitting = releasesOf(catalogue, "crio")
    .filter(({ version }) => trackOf(version, 2) === wanted)
    .sort((one, other) => compareVersions(other.version, one.version))[0];
  return [
    {
      kind: "warning",
      code: "crio-other-minor",
      sentence: `CRI-O ${has} belongs to Kubernetes ${has}, and this node has Kubernetes ${wanted}: the two are tested and upgraded together.`,
      field: crio.at("version"),
      ...(fitting
        ? {
            fix: {
              label: `Use ${fitting.version}`,
              edits: [
                { path: crio.at("version"), value: fitting.version },
                {
                  path: crio.at("hash"),
                  value: fitting.hashes?.[architecture] ?? "",
                },
              ],
            },
          }
        : {}),
    },
  ];
};
