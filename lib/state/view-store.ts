import { create } from "zustand";
import type { Path } from "@/lib/butane";
import type { Preset, SectionId } from "@/lib/preset";

/** A section, or the parameters of a chosen extension. */
export type SectionKey = SectionId | `workload:${string}`;
export type ResultTab =
  | "butane"
  | "ignition"
  | "user-data"
  | "first-boot"
  | "files";

export type DialogName =
  | "share"
  | "commands"
  | "own-image"
  | "downloads"
  | "air-gap"
  | "import"
  | "compare"
  | "history"
  | "fleet"
  | "guide"
  | "upgrade"
  | "day-two"
  | "hashes"
  | "minor-upgrade";

/** A node from outside that waits for a word before it replaces the draft. */
export interface Proposal {
  readonly preset: Preset;
  readonly from: "link" | "file";
  /** Secrets that its sender had and that are not in it. */
  readonly leftOut: readonly Path[];
}

/** What came from outside and is to be imported: a file, or an address that somebody's link asks for. */
export interface Incoming {
  readonly file?: File;
  readonly address?: string;
}

export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until closed. */
  readonly stays?: boolean;
}

/** What is in sight. Nothing of it is saved, shared or undone. */
interface View {
  readonly section: SectionKey;
  /** On a phone: whether the section is open or the list of sections. */
  readonly entered: boolean;
  /** Where the result is a tab of the middle pane: whether it is that tab. */
  readonly resultInFront: boolean;
  /** Where the result is a pane: whether it is shown. */
  readonly resultShown: boolean;
  readonly tab: ResultTab;
  readonly dialog: DialogName | null;
  readonly proposal: Proposal | null;
  /** What the comparison begins with: keys of its two lists. */
  readonly comparing: {
    readonly before: string;
    readonly after: string;
  } | null;
  readonly notice: Notice | null;
  readonly incoming: Incoming | null;
  /** The upgrade whose change is shown, by its id. */
  readonly upgrade: string | null;
  /** The chosen extension that a dialog is about, by its place. */
  readonly asked: number;
  /** A field that asks for the focus; a new token repeats the same one. */
  readonly focus: {
    readonly path: Path;
    readonly token: number;
    /** Set where the field stands in a dialog, and in no section. */
    readonly inDialog?: true;
  } | null;
  /** The node as a link, without `#`; follows the address bar. */
  readonly link: string;
  /** A line that asks to be seen. */
  readonly reveal: {
    readonly line: number;
    readonly column: number;
    readonly token: number;
    /** Leave the focus where it is. */
    readonly quiet?: true;
  } | null;
}

export const useView = create<View>(() => ({
  section: "extensions",
  entered: false,
  resultInFront: false,
  resultShown: true,
  tab: "butane",
  dialog: null,
  proposal: null,
  comparing: null,
  notice: null,
  incoming: null,
  upgrade: null,
  asked: 0,
  focus: null,
  link: "",
  reveal: null,
}));

let token = 0;

/** Opens a section, in front of the result where both have one place. */
export const showSection = (section: SectionKey) =>
  useView.setState({ section, entered: true, resultInFront: false });

/** Fields that stand in a dialog instead of their section. */
const inDialogs: Readonly<Record<string, DialogName>> = {
  "target/mirror": "air-gap",
};

/** Opens the section of a field, or the dialog that it stands in, and gives the field the focus. */
export function showField(path: Path, section: SectionKey) {
  const dialog = inDialogs[path.join("/")];
  const focus = { path, token: ++token };
  if (dialog) {
    useView.setState({ dialog, focus: { ...focus, inDialog: true } });
    return;
  }
  showSection(section);
  useView.setState({ focus });
}

/** Opens the Butane text at a line. */
export function showLine(line: number, column = 1) {
  useView.setState({
    tab: "butane",
    resultShown: true,
    resultInFront: true,
    entered: true,
    reveal: { line, column, token: ++token },
  });
}

/** Scrolls the text to a line, if it is in sight anyway; the focus stays where it is. */
export const followLine = (line: number, column = 1) =>
  useView.setState({ reveal: { line, column, token: ++token, quiet: true } });

/** Opens a tab of the result, in front of the form where both have one place. */
export const showResult = (tab: ResultTab) =>
  useView.setState({
    tab,
    resultShown: true,
    resultInFront: true,
    entered: true,
  });

/** Opens a dialog in place of the one that is open; null closes it. */
export const openDialog = (dialog: View["dialog"]) =>
  useView.setState({ dialog });
/** Opens the import dialog, empty or on what came from outside. */
export const openImport = (incoming: Incoming | null = null) =>
  useView.setState({ dialog: "import", incoming });
/** Shows what an upgrade would change, before it does. */
export const showUpgrade = (id: string) =>
  useView.setState({ dialog: "upgrade", upgrade: id });
/** Opens a dialog about one of the chosen extensions. */
export const openOn = (dialog: "day-two" | "minor-upgrade", asked: number) =>
  useView.setState({ dialog, asked });
/** Opens the comparison with two of the nodes it offers. */
export const showComparison = (before: string, after: string) =>
  useView.setState({ dialog: "compare", comparing: { before, after } });
/** Says something, in place of what is being said. */
export const notify = (notice: Notice) => useView.setState({ notice });
