import { butane } from "./messages/butane";
import { coreos } from "./messages/coreos";
import { document } from "./messages/document";
import { fetch } from "./messages/fetch";
import { ignition } from "./messages/ignition";
import type { Message, Messages } from "./messages/message";
import { openshift } from "./messages/openshift";
import { storage } from "./messages/storage";
import { systemd } from "./messages/systemd";
import { variants } from "./messages/variants";
import type { Entry } from "./report";

/** What a person is told about an entry. */
export interface Told {
  readonly sentence: string;
  /** Why it matters on the node, where there is more to say. */
  readonly why?: string;
}

/** Every code with its sentence. Codes are stable: links, tests and documents name them. */
export const messages: Messages = {
  ...document,
  ...butane,
  ...coreos,
  ...fetch,
  ...ignition,
  ...openshift,
  ...storage,
  ...systemd,
  ...variants,
};

/** The sentence for an entry. A code that is not known here comes back as itself, so that nothing is hidden. */
export function sentenceFor(entry: Pick<Entry, "code" | "values">): Told {
  const message: Message = messages[entry.code] ?? { says: entry.code };
  const values = entry.values ?? {};
  const within = values.within ? ` (In the config at ${values.within}.)` : "";
  const sentence = fill(message.says, values) + within;
  return message.why
    ? { sentence, why: fill(message.why, values) }
    : { sentence };
}

function fill(text: string, values: NonNullable<Entry["values"]>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) =>
    String(values[name] ?? hole),
  );
}
