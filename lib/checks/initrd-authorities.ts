import { isPublic } from "@/lib/delivery/air-gap";
import { downloadsOf } from "@/lib/delivery/downloads";
import { noContents } from "@/lib/preset/sections/files/contents";
import type { Check, CheckInput, Finding } from "./check";
import { chosenOf } from "./extensions";

/** Certificates that the running node trusts, while the initrd has to fetch with others: Ignition with its own list of them. */
export const initrdAuthorities: Check = (input) => [
  ...ignitionFindings(input),
  ...officialFindings(input),
];

function ignitionFindings(input: CheckInput): Finding[] {
  const { preset, composed, transpiled } = input;
  const { authorities } = preset.network;
  const known = authorities.filter(({ pem }) => pem.trim() !== "");
  if (known.length === 0 || preset.ignition.authorities.length > 0) return [];
  const mirror = preset.target.mirror?.trim() ?? "";
  const [own] = downloadsOf(transpiled, composed, preset).filter(
    ({ url }) => isHttps(url) && !isPublic(url, mirror),
  );
  if (!own) return [];
  return [
    {
      kind: "warning",
      code: "authority-not-of-ignition",
      sentence: `Ignition does not trust the authorities of this node yet when it fetches from ${hostOf(own.url)}: if one of them signed that server's certificate, the first boot waits without end.`,
      why: "Ignition has a list of its own.",
      field: ["network", "authorities"],
      fix: {
        label: "Let Ignition trust them, too",
        edits: [
          {
            path: ["ignition", "authorities"],
            value: known.map(({ pem }) => ({ ...noContents, text: pem })),
          },
        ],
      },
    },
  ];
}

/** Flatcar's own extensions are fetched by a script of the initrd, which reads neither list. */
function officialFindings({ preset }: CheckInput): Finding[] {
  const { network, ignition, kernel } = preset;
  if (network.authorities.length + ignition.authorities.length === 0) return [];
  const index = kernel.arguments.findIndex((one) =>
    /^flatcar\.release_file_server_url=https:/i.test(one.trim()),
  );
  const official = chosenOf(preset).find(
    ({ extension }) => extension?.kind === "flatcar",
  );
  if (index < 0 || !official) return [];
  return [
    {
      kind: "info",
      code: "authority-not-of-initrd",
      sentence: `${official.title} is fetched in the initrd, which knows the authorities of Flatcar's image alone: if one of yours signed the server's certificate, the node does not boot.`,
      why: "These files are signed: an http address is enough. Not verified on a node.",
      field: ["kernel", "arguments", index],
    },
  ];
}

function isHttps(url: string): boolean {
  return /^https:/i.test(url);
}

function hostOf(url: string): string {
  return /^https:\/\/(?:[^/@?#]*@)?([^/?#]*)/i.exec(url)?.[1] ?? "there";
}
