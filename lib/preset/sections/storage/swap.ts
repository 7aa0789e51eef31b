import {
  escapePath,
  oneLine,
  type ButaneDocument,
  type OpenDocument,
} from "@/lib/butane";
import { initial, usualSwapFile } from "./schema";
import {
  fileNamed,
  sameText,
  unitNamed,
  unitText,
  valueOf,
  valuesOf,
  word,
} from "./unit-values";
import type { Swap } from "./value";

const maker = "create-swapfile.service";
const zramFile = "/etc/systemd/zram-generator.conf";
const swappinessFile = "/etc/sysctl.d/80-swappiness.conf";

/** Writes the swap file, the compressed one and how eagerly they are used, each where it is asked for. */
export function composeSwap(swap: Swap, document: ButaneDocument): void {
  composeFile(swap, document);
  if (swap.zram) {
    document.putFile(
      { path: zramFile, mode: 0o644, contents: { inline: zramText(swap) } },
      { origin: ["storage", "swap", "zram"] },
    );
  }
  if (/^\d+$/.test(swap.swappiness)) {
    document.putFile(
      {
        path: swappinessFile,
        mode: 0o644,
        contents: { inline: `vm.swappiness=${swap.swappiness}\n` },
      },
      { origin: ["storage", "swap", "swappiness"] },
    );
  }
}

/** Only what is written just as `composeSwap` does it counts; all else stays with the files and units that it is in. */
export function readSwap(document: OpenDocument): Swap {
  const zram = zramOf(fileNamed(document, zramFile));
  const swappiness = /^vm\.swappiness=(\d+)\n?$/.exec(
    fileNamed(document, swappinessFile),
  )?.[1];
  return {
    ...readFile(document),
    ...zram,
    swappiness: swappiness ?? "",
  };
}

/** What is left of it when the document lacks one of its parts. */
export function withoutSwap(swap: Swap, part: unknown): Swap {
  switch (part) {
    case "zram":
      return { ...swap, zram: false, zramSize: "" };
    case "swappiness":
      return { ...swap, swappiness: "" };
    default:
      return { ...swap, fileMib: 0, filePath: usualSwapFile };
  }
}

function composeFile(swap: Swap, document: ButaneDocument): void {
  const path = word(swap.filePath);
  if (swap.fileMib <= 0 || !path.startsWith("/")) return;
  const placing = { origin: ["storage", "swap", "fileMib"] };
  document.putUnit(
    { name: maker, contents: makerText(swap, path) },
    {
      ...placing,
      comment:
        "Made once, in a way that every release knows: mkswap --file needs Flatcar 4186.",
    },
  );
  document.putUnit(
    {
      name: `${escapePath(path)}.swap`,
      enabled: true,
      contents: swapText(path),
    },
    placing,
  );
}

/** The file gets its name when it is ready, so one that was begun is made anew and a ready one is left alone. */
function makerText({ fileMib }: Swap, path: string): string {
  const folder = path.slice(0, path.lastIndexOf("/")) || "/";
  const raw = `${path}.new`;
  return unitText({
    Unit: [
      "Description=Create the swap file",
      `ConditionPathExists=!${path}`,
      `RequiresMountsFor=${folder}`,
      "DefaultDependencies=no",
    ],
    Service: [
      "Type=oneshot",
      "RemainAfterExit=true",
      `ExecStart=mkdir -p ${folder}`,
      `ExecStart=rm -f ${raw}`,
      `ExecStart=touch ${raw}`,
      // On btrfs a swap file must not be copied on write; other filesystems know no such thing.
      `ExecStart=-chattr +C ${raw}`,
      `ExecStart=chmod 600 ${raw}`,
      `ExecStart=dd if=/dev/zero of=${raw} bs=1M count=${fileMib}`,
      `ExecStart=mkswap ${raw}`,
      `ExecStart=mv ${raw} ${path}`,
    ],
  });
}

function swapText(path: string): string {
  return unitText({
    Unit: ["Description=Swap file", `Requires=${maker}`, `After=${maker}`],
    Swap: [`What=${path}`],
    Install: ["WantedBy=multi-user.target"],
  });
}

function readFile(document: OpenDocument): Swap {
  const text = unitNamed(document, maker) ?? "";
  const count = /\bcount=(\d+)$/.exec(
    valuesOf(text, "ExecStart").find((one) => one.startsWith("dd ")) ?? "",
  );
  const path = valueOf(text, "ConditionPathExists").replace(/^!/, "");
  const swap = {
    ...initial.swap,
    fileMib: Number(count?.[1] ?? 0),
    filePath: path,
  };
  return swap.fileMib > 0 && sameText(makerText(swap, path), text)
    ? swap
    : initial.swap;
}

function zramText({ zramSize }: Swap): string {
  const size = oneLine(zramSize);
  return `[zram0]\n${size ? `zram-size = ${size}\n` : ""}`;
}

function zramOf(text: string): Pick<Swap, "zram" | "zramSize"> {
  const found = /^\[zram0\]\n?(?:zram-size = (.+)\n?)?$/.exec(text);
  return { zram: found !== null, zramSize: found?.[1] ?? "" };
}
