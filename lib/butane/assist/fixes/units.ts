import { nodeAt } from "../../source";
import { readDocument } from "./read-document";
import {
  instead,
  saidAt,
  type Fault,
  type FixMaker,
  type TextFix,
} from "./fix";

/** Names of units and drop-ins, and what a unit lacks to be enabled. */
export const fixUnit: Readonly<Record<string, FixMaker>> = {
  "unit-name-type": (fault) => withEnding(fault, ".service"),
  "dropin-name": (fault) => withEnding(fault, ".conf"),
  "unit-without-install": withInstall,
};

function withEnding(fault: Fault, ending: string): TextFix | undefined {
  const said = saidAt(fault);
  return instead(fault, /^[\w@:-]+$/.test(said) ? said + ending : undefined);
}

/** The target that units of a kind are usually started with. */
const usual: Readonly<Record<string, string>> = {
  timer: "timers.target",
  socket: "sockets.target",
  mount: "local-fs.target",
  swap: "swap.target",
};

/** Lines at the end of the unit's text, where that is a block of its own lines. */
function withInstall({ entry, text }: Fault): TextFix | undefined {
  const document = readDocument(text);
  const node = nodeAt(document, [...entry.path.slice(0, 3), "contents"]);
  if (node?.kind !== "scalar" || node.style !== "literal") return undefined;
  const lines = text.slice(node.start, node.end).split("\n").slice(1);
  const said = lines.filter((line) => line.trim() !== "");
  const indent = /^ */.exec(said[0] ?? "")![0];
  if (indent === "") return undefined;
  const kind =
    String(entry.values?.unit ?? "")
      .split(".")
      .at(-1) ?? "";
  const wanted = `WantedBy=${usual[kind] ?? "multi-user.target"}`;
  const empty = /\[Install\]\s*$/.test(said.at(-1) ?? "");
  const added = empty ? [wanted] : ["", "[Install]", wanted];
  const at = node.start + text.slice(node.start, node.end).trimEnd().length;
  const insert = added.map((line) => `\n${line && indent + line}`).join("");
  return {
    label: `Add ${wanted}`,
    edits: [{ start: at, end: at, text: insert }],
  };
}
