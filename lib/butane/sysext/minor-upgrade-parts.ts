import { download } from "./day-two-lines";
import type { ExtensionUnit } from "./extension";
import { linkPath } from "./names";
import { bakeryOf, type ChosenImage, type NodeExtensions } from "./node";
import { transferPath, type UpdatedImage } from "./updates";
import type { VerifyCommand } from "./verify";

/** Nodes of a cluster that go on together, or one after the other. */
export interface UpgradePart {
  /** `First control plane` */
  readonly title: string;
  readonly blocks: readonly UpgradeBlock[];
}

/** Lines for one shell. */
export interface UpgradeBlock {
  /** `node`: on the node itself. `cluster`: wherever kubectl reaches the cluster. */
  readonly where: "node" | "cluster";
  readonly commands: readonly VerifyCommand[];
}

/** One image on its way to the next minor version. */
export interface ImageHop {
  readonly node: NodeExtensions;
  readonly chosen: ChosenImage;
  readonly from: string;
  readonly to: string;
  /** The newest release of `to` that is known. */
  readonly version: string;
  /** How the node keeps it up to date; `null` where it does not. */
  readonly updated: UpdatedImage | null;
}

/** kubeadm's order: the first control plane, the others, then the workers; never a kubelet that is newer than its API server. */
export function kubernetesParts(
  image: ImageHop,
  crio: ImageHop | null,
): UpgradePart[] {
  const part = (
    title: string,
    kubeadm: string,
    shows: string,
    before: readonly VerifyCommand[] = [],
  ): UpgradePart =>
    around(title, image, [
      ...fetched(image),
      ...(crio ? fetched(crio) : []),
      merge,
      ...before,
      {
        // In one line: where kubeadm gives up, the kubelet must not go on alone.
        command: [
          kubeadm,
          ...(crio ? ["sudo systemctl restart crio.service"] : []),
          "sudo systemctl daemon-reload",
          "sudo systemctl restart kubelet.service",
        ].join(" && "),
        shows: `${shows}; then the ${crio ? "runtime and the " : ""}kubelet in the new version`,
      },
    ]);
  const node = [
    "sudo kubeadm upgrade node",
    "takes over the cluster's new settings",
  ] as const;
  return [
    part(
      "First control plane",
      // It would ask, and take the next line for the answer.
      'sudo kubeadm upgrade apply --yes "$(kubeadm version -o short)"',
      "the control plane in the version of the image",
      [
        {
          command: "sudo kubeadm upgrade plan",
          shows: `whether the cluster can go to ${image.to}`,
        },
      ],
    ),
    part("Every other control plane, one after the other", ...node),
    part("Every worker, few at a time", ...node),
  ];
}

/** Servers first and one after the other, then agents: the new program takes over when its unit restarts. */
export function rancherParts(
  image: ImageHop,
  units: readonly ExtensionUnit[],
): UpgradePart[] {
  const titles = [
    "Every server, one after the other",
    "Every agent, few at a time",
  ];
  return units.slice(0, 2).map(({ name }, index) =>
    around(titles[index]!, image, [
      ...fetched(image),
      merge,
      {
        command: `sudo systemctl restart ${name}`,
        shows: "the new version takes over",
      },
    ]),
  );
}

/** What comes before and after on every node: its pods go elsewhere, and no update gets in between. */
function around(
  title: string,
  image: ImageHop,
  commands: readonly VerifyCommand[],
): UpgradePart {
  const runs = image.updated?.hold === false;
  const timer = "systemd-sysupdate.timer";
  return {
    title,
    blocks: [
      {
        where: "cluster",
        commands: [
          {
            command: "NODE=node-1",
            shows: "the node, as the cluster calls it",
          },
          {
            command: 'kubectl drain "$NODE" --ignore-daemonsets',
            shows: "its pods go to other nodes",
          },
        ],
      },
      {
        where: "node",
        commands: [
          ...(runs
            ? [
                {
                  command: `sudo systemctl stop ${timer}`,
                  shows: "no update gets in between",
                },
              ]
            : []),
          ...commands,
          ...(runs
            ? [
                {
                  command: `systemctl is-enabled ${timer} && sudo systemctl start ${timer}`,
                  shows: `where the timer was on, patches of ${image.to} come by themselves from here on`,
                },
              ]
            : []),
        ],
      },
      {
        where: "cluster",
        commands: [
          { command: 'kubectl uncordon "$NODE"', shows: "it takes pods again" },
          {
            command: "kubectl get nodes",
            shows: `the node is Ready and at ${image.to}`,
          },
        ],
      },
    ],
  };
}

const merge: VerifyCommand = {
  command: "sudo systemctl restart systemd-sysext.service",
  shows:
    "merges the new image; for a moment the files of all extensions are gone, running programs stay the old ones",
};

/** The image of the next minor version, and the link on it; nothing is merged or restarted. */
function fetched(image: ImageHop): VerifyCommand[] {
  return image.updated ? byRule(image, image.updated) : byHand(image);
}

/** The update rule is made one of the next minor version, and run. */
function byRule(
  { from, to, chosen }: ImageHop,
  updated: UpdatedImage,
): VerifyCommand[] {
  const { id } = updated;
  const old = transferPath({ ...updated, version: `${from}.0` });
  const next = transferPath({ ...updated, version: `${to}.0` });
  const pattern = `s/${id}-${from.replaceAll(".", "\\.")}\\./${id}-${to}./`;
  // Limits are those of the series they were said of: 1.33.2 is not older than 1.32.9.
  const limits =
    chosen.minVersion || chosen.protectVersion
      ? " -e '/^MinVersion=/d' -e '/^ProtectVersion=/d'"
      : "";
  return [
    {
      // Typed a second time, the old rule is gone, and the new one stays as it is.
      command: `test -s ${old} && sudo sed -e '${pattern}'${limits} ${old} | sudo tee ${next}`,
      shows: `the update rule for ${to}, made of the one for ${from}`,
    },
    { command: `sudo rm -f ${old}`, shows: `${from} is followed no more` },
    {
      command: `sudo /usr/lib/systemd/systemd-sysupdate -C ${id} update`,
      shows: `fetches the newest ${to} and moves the link; nothing restarts`,
    },
  ];
}

function byHand({ node, chosen, version }: ImageHop): VerifyCommand[] {
  const { id } = chosen;
  const name = `${id}-${version}-${node.architecture}.raw`;
  const folder = `/opt/extensions/${id}`;
  const path = `${folder}/${name}`;
  const from = bakeryOf(node, chosen);
  return [
    ...download({ id, folder, from, name }, quoted),
    {
      command: `test -s ${quoted(path)} && sudo ln -sfn ${quoted(path)} ${linkPath(id)}`,
      shows: "moves the link; nothing restarts",
    },
  ];
}

/** A word for the shell, whatever is in it. */
function quoted(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}
