/** What to tell about a code. `{name}` stands for one of the entry's values. */
export interface Message {
  /** What is wrong and what to write instead. */
  readonly says: string;
  /** What it does on the node, where the sentence does not say it. */
  readonly why?: string;
}

export type Messages = Readonly<Record<string, Message>>;
