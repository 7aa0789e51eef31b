import { iniTokens } from "./ini-tokens";

export interface Token {
  readonly kind?: "key" | "string" | "comment" | "number" | "section";
  readonly text: string;
}

/** What a line has to know of those above it. */
export interface TokenState {
  /** The block of text that is open: the column of its key, and whether it is a file of systemd's or the like. */
  readonly block: {
    readonly column: number;
    readonly ini: boolean | null;
  } | null;
  /** The quote that is open. */
  readonly quote: '"' | "'" | null;
  /** The path above, which tells what kind of file its contents are. */
  readonly path: string;
}

export const startState: TokenState = { block: null, quote: null, path: "" };

const keyPattern =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\w./@-][^#:,[\]{}]*?)(\s*:)(?=\s|$|,)/;
const header = /^(\s*(?:[&!]\S+\s+)*)([|>][-+\d]*)(\s*)(#.*)?$/;
const value =
  /(\s#.*$)|("(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)|([&*!][^\s,[\]{}]*)|([[\]{},]+)|((?:[^\s#,[\]{}"'&*!]|\S(?<!^)#|:(?=\S))[^,[\]{}]*?(?=\s+#|\s*[,[\]{}]|\s*$))|(\s+|.)/g;
const number =
  /^(?:true|false|null|~|[-+]?(?:0x[\da-f]+|0o?[0-7]+|\d+)(?:\.\d+)*)$/i;
const systemd =
  /\.(?:service|socket|timer|mount|automount|swap|path|target|slice|scope|network|netdev|link|conf|transfer|container|volume|desktop)$/;

/**
 * Splits a line of YAML into coloured pieces, and says what the next line has to know. Lines inside the contents of
 * units and the like have the colours of such files.
 */
export function yamlTokens(
  line: string,
  state: TokenState = startState,
): { readonly tokens: Token[]; readonly state: TokenState } {
  const column = line.search(/\S|$/);
  const blank = column === line.length;
  if (state.block && (blank || column > state.block.column)) {
    return inBlock(line, state, state.block);
  }
  const now = state.block ? { ...state, block: null } : state;
  if (now.quote) return inQuote(line, now, now.quote);
  if (blank) return { tokens: [{ text: line }], state: now };
  if (line[column] === "#") {
    return { tokens: [{ kind: "comment", text: line }], state: now };
  }
  return content(line, now);
}

function inBlock(
  line: string,
  state: TokenState,
  { column, ini }: NonNullable<TokenState["block"]>,
) {
  // A file that begins with a section is of that kind, whatever its name.
  const known =
    ini ?? (line.trim() === "" ? null : /^\s*\[[\w .-]+\]\s*$/.test(line));
  return {
    tokens: known ? iniTokens(line) : [{ kind: "string" as const, text: line }],
    state: { ...state, block: { column, ini: known } },
  };
}

function inQuote(line: string, state: TokenState, quote: '"' | "'") {
  const end = line.search(quote === '"' ? /(?<!\\)"/ : /'(?!')/);
  if (end < 0)
    return { tokens: [{ kind: "string" as const, text: line }], state };
  const rest = valueTokens(line.slice(end + 1));
  return {
    tokens: [
      { kind: "string" as const, text: line.slice(0, end + 1) },
      ...rest,
    ],
    state: { ...state, quote: null },
  };
}

function content(line: string, state: TokenState) {
  const lead = /^\s*(?:- +|-$)*/.exec(line)![0];
  const [, key = "", colon = ""] =
    keyPattern.exec(line.slice(lead.length)) ?? [];
  const rest = line.slice(lead.length + key.length + colon.length);
  const tokens: Token[] = [{ text: lead }];
  if (key) tokens.push({ kind: "key", text: key }, { text: colon });
  // An item is a file of its own.
  const path = lead.includes("-") ? "" : state.path;
  const block = header.exec(rest);
  if (block) {
    const [, before = "", mark = "", gap = "", comment] = block;
    tokens.push({ text: before + mark + gap });
    if (comment) tokens.push({ kind: "comment", text: comment });
    const column = key ? lead.length : lead.search(/-\s*$/);
    const ini = key === "contents" || (systemd.test(path) ? true : null);
    return { tokens, state: { ...state, path, block: { column, ini } } };
  }
  tokens.push(...valueTokens(rest));
  const said = rest.trim();
  return {
    tokens,
    state: {
      block: null,
      quote: openQuote(said),
      path: key === "path" ? said.replace(/^["']|["']$/g, "") : path,
    },
  };
}

function openQuote(said: string): TokenState["quote"] {
  const quote = said[0];
  if (quote !== '"' && quote !== "'") return null;
  const closed = quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/;
  return closed.test(said) ? null : quote;
}

function valueTokens(rest: string): Token[] {
  const tokens: Token[] = [];
  for (const [text, comment, quoted, , , plain] of rest.matchAll(value)) {
    if (comment) tokens.push({ kind: "comment", text });
    else if (quoted) tokens.push({ kind: "string", text });
    else if (plain) tokens.push(...plainTokens(text));
    else tokens.push({ text });
  }
  return tokens;
}

/** In braces a word before a colon is a key. */
function plainTokens(text: string): Token[] {
  const [, key, colon = "", gap = ""] =
    /^([\w./@-]+)(:)(\s+|$)/.exec(text) ?? [];
  if (key !== undefined) {
    const rest = text.slice(key.length + colon.length + gap.length);
    return [
      { kind: "key", text: key },
      { text: colon + gap },
      ...(rest ? plainTokens(rest) : []),
    ];
  }
  return [{ kind: number.test(text) ? "number" : "string", text }];
}

const jsonLine = /^(\s*)("(?:[^"\\]|\\.)*")(:)(\s*)(.*)$/;

/** Splits a line of indented JSON into coloured pieces. */
export function jsonTokens(line: string): Token[] {
  const found = jsonLine.exec(line);
  if (!found) return [{ text: line }];
  const [, indent = "", key = "", colon = "", gap = "", rest = ""] = found;
  return [
    { text: indent },
    { kind: "key", text: key },
    { text: colon + gap },
    jsonValue(rest),
  ];
}

function jsonValue(text: string): Token {
  if (number.test(text.replace(/,$/, ""))) return { kind: "number", text };
  return /^[[{]?[\]}]?,?$/.test(text) ? { text } : { kind: "string", text };
}
