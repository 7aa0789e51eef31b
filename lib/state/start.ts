import { encodeShare, openShare } from "@/lib/share/codec";
import type { ComposerStore } from "./composer-store";
import { keepDraft, keptDrafts } from "./persist";
import {
  brokenLink,
  followAddress,
  fragmentInAddress,
  tellMissing,
} from "./url-sync";
import { notify, useView } from "./view-store";

const quiet = 250;

/** Opens what the address or the last visit left, then keeps draft and address on the node. */
export function start(store: ComposerStore): () => void {
  if (!store.getState().open) open(store);
  store.setState({ ready: true });
  const stopAddress = followAddress(store);
  const stopDraft = followDraft(store);
  return () => {
    stopAddress();
    stopDraft();
  };
}

function open(store: ComposerStore) {
  const fragment = fragmentInAddress();
  const drafts = keptDrafts();
  const { replace } = store.getState();
  // After a reload the address is the draft's own; the draft has the secrets, too.
  const same = fragment
    ? drafts.find((draft) => encodeShare(draft).link === fragment)
    : drafts[0];
  if (same) return replace(same, "draft");
  if (!fragment) return;
  const [draft] = drafts;
  const opened = openShare(fragment);
  if (draft) replace(draft, "draft");
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
    if (keepDraft(store.getState().preset) || told) return;
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
    if (now.open && (now.preset !== before.preset || now.open !== before.open))
      keepSoon();
  });
  // A tab that is hidden may never be seen again.
  window.addEventListener("pagehide", keep);
  return () => {
    keep();
    unsubscribe();
    window.removeEventListener("pagehide", keep);
  };
}
