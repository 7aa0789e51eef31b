import {
  error,
  listOf,
  structOf,
  type CapiProblem,
  type Values,
} from "./problem";

/** What Cluster API writes itself; an own one takes its place. */
const files: Readonly<Record<string, string>> = {
  "/etc/kubeadm.yml": "the configuration that kubeadm runs with",
  "/etc/kubeadm.sh": "the script that runs kubeadm",
  "/etc/hostname": "the name, which every machine gets from its platform",
};

/** Where a node does what Cluster API does for it. */
export function ownedProblems(config: Values): CapiProblem[] {
  const storage = structOf(config, "storage");
  const written = listOf(storage, "files").flatMap(({ path }) => {
    const what = files[String(path)];
    return what
      ? [
          error(
            "capi-owns-file",
            `${path} takes the place of ${what}: leave it to Cluster API.`,
          ),
        ]
      : [];
  });
  const units = listOf(structOf(config, "systemd"), "units").flatMap((unit) =>
    runsKubeadm(unit)
      ? [
          error(
            "capi-owns-kubeadm",
            `${unit.name} runs kubeadm beside Cluster API's own: set the role of Kubernetes to “Binaries only”.`,
          ),
        ]
      : [],
  );
  return [...written, ...units];
}

function runsKubeadm({ name, contents }: Values): boolean {
  if (typeof contents !== "string") return false;
  return (
    name === "kubeadm.service" ||
    /^Exec\w+=.*\bkubeadm\s+(?:init|join)\b/m.test(contents)
  );
}
