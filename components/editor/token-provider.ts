import type { languages } from "monaco-editor/editor";
import {
  startState,
  yamlTokens,
  type Token,
  type TokenState,
} from "./line-tokens";

/** Names that the themes colour. */
const scopes: Record<NonNullable<Token["kind"]>, string> = {
  key: "type",
  string: "string",
  number: "number",
  comment: "comment",
  section: "keyword",
};

class State implements languages.IState {
  constructor(readonly at: TokenState) {}

  clone() {
    return this;
  }

  equals({ at: { block, quote, path } }: State): boolean {
    const { at } = this;
    return (
      at.quote === quote &&
      at.path === path &&
      at.block?.column === block?.column &&
      at.block?.ini === block?.ini
    );
  }
}

/** Colours for Butane, with those of systemd's files inside it. */
export const butaneTokens: languages.TokensProvider = {
  getInitialState: () => new State(startState),
  tokenize: (line, before) => {
    const { tokens, state } = yamlTokens(line, (before as State).at);
    let startIndex = 0;
    const placed = tokens.map(({ kind, text }) => {
      const token = { startIndex, scopes: kind ? scopes[kind] : "" };
      startIndex += text.length;
      return token;
    });
    return { tokens: placed, endState: new State(state) };
  },
};
