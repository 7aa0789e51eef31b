import type { Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import {
  encodeShare,
  isShareLink,
  openShare,
  type OpenedLink,
  type ShareError,
} from "@/lib/share/codec";
import type { ComposerStore } from "./composer-store";
import { sectionOf, sectionTitle } from "./selectors";
import { notify, openImport, showField, useView } from "./view-store";

/** Browsers refuse more than a few changes of the address in a second. */
const quiet = 300;

/** The part of the address behind `#`, if it is a link of ours, whole or not. */
export function fragmentInAddress(): string {
  const fragment = location.hash.slice(1);
  return isShareLink(fragment) ? fragment : "";
}

/** The address of a file that the fragment asks for: `#url=https://…`. */
export function addressAskedFor(): string | null {
  const [, address] = /^#url=(.+)$/s.exec(location.hash) ?? [];
  if (address === undefined) return null;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Writes the fragment without a new entry in the tab's history. */
function writeFragment(fragment: string) {
  const address = `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`;
  // The state object is the router's; with it in place the router stays out of this.
  history.replaceState(history.state, "", address);
}

/** Keeps the address bar on the open node, and asks before a link pasted into it replaces the node. */
export function followAddress(store: ComposerStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    const { open, preset } = store.getState();
    if (!open) return writeFragment("");
    const { link } = encodeShare(preset);
    useView.setState({ link });
    writeFragment(link);
  };
  const writeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, quiet);
  };
  if (store.getState().open) writeSoon();
  const unsubscribe = store.subscribe((now, before) => {
    if (now.preset !== before.preset || now.open !== before.open) writeSoon();
  });
  const onHashChange = () => {
    const fragment = location.hash.slice(1);
    const address = addressAskedFor();
    if (address !== null) {
      openImport({ address });
      return write();
    }
    const { open, preset, replace } = store.getState();
    if (fragment === "" || (open && fragment === encodeShare(preset).link))
      return write();
    const opened = openShare(fragment);
    if (!opened.ok) {
      notify({ text: brokenLink(opened.error, open), stays: true });
      write();
    } else if (open) {
      useView.setState({ proposal: { ...opened.value, from: "link" } });
      write();
    } else {
      replace(opened.value.preset, "link");
      tellMissing(opened.value);
    }
  };
  // A step back in the tab's history brings an older address of the same node: the node is what it is. A link that
  // is pasted or clicked comes without a state.
  const onPopState = (event: PopStateEvent) => {
    if (event.state !== null && store.getState().open) write();
  };
  window.addEventListener("popstate", onPopState);
  window.addEventListener("hashchange", onHashChange);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener("popstate", onPopState);
    window.removeEventListener("hashchange", onHashChange);
  };
}

const reasons: Partial<Record<ShareError, string>> = {
  "unknown-codec": "This link is of a kind that Kindling does not know.",
  "newer-version": "This link was made by a newer Kindling than this one.",
  "bad-preset": "This link is whole, but what it holds is not a node.",
  "too-large": "This link holds more than Kindling opens from a link.",
};

/** Why a link was not opened, and what became of the node that was there. */
export function brokenLink(reason: ShareError, draft: boolean): string {
  const damaged =
    "This link is damaged: a part of it is missing or changed, as when a chat or a mail cuts it off.";
  return `${reasons[reason] ?? damaged} ${draft ? "Nothing was opened; your draft is as it was." : "Nothing was opened."}`;
}

/** Asks for the secrets that a link could not bring along. */
export function tellMissing({ preset, leftOut }: OpenedLink) {
  if (leftOut.length === 0) return;
  const [first] = leftOut;
  if (first) showField(first, sectionOf(first, preset));
  notify({ text: missingSecrets(leftOut, preset), stays: true });
}

/** `2 secrets are not in the link. Fill them in under Users and keys, Network.` */
function missingSecrets(leftOut: readonly Path[], preset: Preset): string {
  const titles = [
    ...new Set(leftOut.map((path) => sectionTitle(sectionOf(path, preset)))),
  ];
  const places = titles.join(", ");
  return leftOut.length === 1
    ? `A secret is not in the link. Fill it in under ${places}.`
    : `${leftOut.length} secrets are not in the link. Fill them in under ${places}.`;
}
