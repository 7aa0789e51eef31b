import { encodeShare, openShare } from "@/lib/share/codec";
import type { ComposerState } from "./composer-state";
import type { ComposerStore } from "./composer-store";
import { keepDraft, keptDrafts, type Draft } from "./persist";
import { snapshots } from "./snapshots/browser-snapshots";
import { followSnapshots } from "./snapshots/follow-snapshots";
import { followUpgrades } from "./upgrades";
import {
  addressAskedFor,
  brokenLink,
  followAddress,
  fragmentInAddress,
  tellMissing,
} from "./url-sync";
import { notify, openImport, useView } from "./view-store";

const quiet = 250;

/** Opens what the address or the last visit left, then keeps draft and address on the node. */
export function start(store: ComposerStore): () => void {
  if (!store.getState().open) open(store);
  store.setState({ ready: true });
  // Nothing is fetched before somebody says so.
  const address = addressAskedFor();
  if (address !== null) openImport({ address });
  const stopAddress = followAddress(store);
  const stopDraft = followDraft(store);
  const stopUpgrades = followUpgrades(store);
  const stopSnapshots = followSnapshots(store, snapshots.getState());
  return () => {
    stopAddress();
    stopDraft();
    stopUpgrades();
    stopSnapshots();
  };
}

function open(store: ComposerStore) {
  const fragment = fragmentInAddress();
  const drafts = keptDrafts();
  const { replace, setText } = store.getState();
  const resume = ({ preset, text }: Draft) => {
    replace(preset, "draft");
    if (text !== null) setText(text, "whole");
  };
  // After a reload the address is the draft's own; the draft has the secrets, too.
  const same = fragment
    ? drafts.find(({ preset }) => encodeShare(preset).link === fragment)
    : drafts[0];
  if (same) return resume(same);
  if (!fragment) return;
  const [draft] = drafts;
  const opened = openShare(fragment);
  if (draft) resume(draft);
  if (!opened.ok)
    notify({
      text: brokenLink(opened.error, draft !== undefined),
      stays: true,
    });
  else if (draft)
    useView.setState({ proposal: { ...opened.value, from: "link" } });
  else {
    replace(opened.value.preset, "link");
    tellMissing(opened.value);
  }
}

function followDraft(store: ComposerStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = store.getState().open;
  let told = false;
  const keep = () => {
    clearTimeout(timer);
    if (!waiting) return;
    waiting = false;
    if (keepDraft(draftOf(store.getState())) || told) return;
    told = true;
    notify({
      text: "This browser keeps no draft: its storage is full or switched off. Share or download the node to keep it.",
      stays: true,
    });
  };
  const keepSoon = () => {
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(keep, quiet);
  };
  if (waiting) keepSoon();
  const unsubscribe = store.subscribe((now, before) => {
    const same =
      now.preset === before.preset &&
      now.broken === before.broken &&
      now.open === before.open;
    if (now.open && !same) keepSoon();
  });
  // A tab that is hidden may never be seen again.
  window.addEventListener("pagehide", keep);
  return () => {
    keep();
    unsubscribe();
    window.removeEventListener("pagehide", keep);
  };
}

/** Text that waits to be read when the tab closes counts as text that cannot. */
function draftOf({ preset, broken, pending }: ComposerState): Draft {
  const typed = pending?.side === "text" ? pending.text : null;
  return { preset, text: typed ?? broken?.text ?? null };
}
