import { changedLines } from "../changed-lines";
import { shownText } from "../composer-state";
import type { Settled } from "../settling/settler";
import { said } from "../stages";
import type { Workings } from "./workings";

const nothing: ReadonlySet<number> = new Set();

/** Makes what has everything follow the input, once the keys that are waiting were drawn; the last one wins. */
export function following(workings: Workings): () => void {
  let serial = 0;
  return () => {
    const mine = ++serial;
    const isLast = () => mine === serial;
    setTimeout(() => {
      if (isLast()) follow(workings, isLast);
    }, 0);
  };
}

function follow(workings: Workings, isLast: () => boolean): void {
  const { set, get, stages, settler } = workings;
  // For a step that cannot wait; whoever needs them tells when they do not load.
  stages.load().catch(() => {});
  settler(get()).then(
    (settled) => {
      if (settled && isLast()) take(workings, settled);
    },
    (reason: unknown) => {
      const fault = { kind: "load", message: said(reason) } as const;
      if (isLast()) set({ settled: true, fault });
    },
  );
}

/** Takes over what followed from the input. */
function take({ set, get, field }: Workings, settled: Settled): void {
  const { outcome, fault, ...input } = settled;
  const { base, preset, pending } = get();
  if (pending?.side === "form") field.written(preset, input.preset);
  const now = { ...input, pending: null, fault, settled: true };
  if (!outcome) return set(now);
  const text = shownText({ ...now, outcome });
  const changed = base === null ? nothing : changedLines(base, text);
  set({ ...now, outcome, computed: input.preset, changed });
}
