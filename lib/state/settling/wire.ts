import type { Catalogue } from "@/lib/butane";
import { platformById } from "@/lib/delivery/platforms";
import type { Platform, UserData } from "@/lib/delivery/platform";
import type { Outcome } from "@/lib/pipeline";
import type { Input } from "../input";
import type { Fault, Pending } from "../stages";
import type { Settled, Unsettled } from "./settler";
import { patched, patchOf, type Patch } from "./patch";

/**
 * What the page asks: the input, as what makes it of the one that was last settled. The catalogue comes along when it is
 * another one.
 */
export interface Question {
  readonly input: Patch | undefined;
  readonly pending:
    | Extract<Pending, { side: "text" }>
    | { readonly side: "form"; readonly before: Patch | undefined }
    | null;
  readonly catalogue?: Catalogue;
}

/** The settled input, as what makes it of the one in question, and what makes the outcome of the last one. */
export interface Answer {
  readonly input: Patch | undefined;
  /** Null where there is none. */
  readonly outcome: { readonly patch: Patch | undefined } | null;
  readonly fault: Fault | null;
}

/** Platforms are code and cannot be sent: both ends know them. */
interface SentOutcome extends Omit<Outcome, "userData"> {
  readonly userData: (Omit<UserData, "platform"> & { platform: string }) | null;
}

/** Both ends begin with nothing; from then on either knows what the other has. */
const nothing = { preset: null, broken: null } as unknown as Input;

/** The page's end of the wire. Questions are answered one by one, in their order. */
export class PageEnd {
  #input = nothing;
  #catalogue: Catalogue | null = null;
  #sent: SentOutcome | null = null;
  #outcome: Outcome | null = null;

  ask({ preset, broken, pending, catalogue }: Unsettled): Question {
    const last = this.#input;
    const known = catalogue === this.#catalogue;
    this.#input = { preset, broken };
    this.#catalogue = catalogue;
    return {
      input: patchOf(last, this.#input),
      pending:
        pending?.side === "form"
          ? { side: "form", before: patchOf(preset, pending.before) }
          : pending,
      ...(known ? {} : { catalogue }),
    };
  }

  take({ input, outcome, fault }: Answer): Settled {
    this.#input = patched(this.#input, input);
    return {
      ...this.#input,
      outcome: outcome && this.#received(patched(this.#sent, outcome.patch)!),
      fault,
    };
  }

  /** What was not sent again stays the same object. */
  #received(sent: SentOutcome): Outcome {
    if (sent === this.#sent && this.#outcome) return this.#outcome;
    const userData =
      sent.userData === this.#sent?.userData
        ? (this.#outcome?.userData ?? null)
        : sent.userData && withPlatform(sent.userData);
    this.#sent = sent;
    return (this.#outcome = { ...sent, userData });
  }
}

/** The other end, which settles. */
export class WorkerEnd {
  #input = nothing;
  #catalogue!: Catalogue;
  #sent: SentOutcome | null = null;

  constructor(private readonly settle: (unsettled: Unsettled) => Settled) {}

  answer({ input, pending, catalogue }: Question): Answer {
    const asked = patched(this.#input, input);
    if (catalogue) this.#catalogue = catalogue;
    const { preset, broken, outcome, fault } = this.settle({
      ...asked,
      pending:
        pending?.side === "form"
          ? { side: "form", before: patched(asked.preset, pending.before) }
          : pending,
      catalogue: this.#catalogue,
    });
    this.#input = { preset, broken };
    return {
      input: patchOf(asked, this.#input),
      outcome: outcome && { patch: this.#changed(outcome) },
      fault,
    };
  }

  #changed(outcome: Outcome): Patch | undefined {
    const { userData } = outcome;
    const last = this.#sent;
    this.#sent = {
      ...outcome,
      userData: userData && { ...userData, platform: userData.platform.id },
    };
    return patchOf(last, this.#sent);
  }
}

function withPlatform({
  platform,
  ...rest
}: NonNullable<SentOutcome["userData"]>): UserData {
  return { ...rest, platform: platformById(platform) as Platform };
}
