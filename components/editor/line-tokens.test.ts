import { expect, test } from "vitest";
import { lineTokens } from "./line-tokens";

test.each([
  ["yaml", "  - path: /etc/hostname", "-:key,string"],
  ["yaml", "      mode: 0644", "key,number"],
  ["yaml", "    # why", "comment"],
  ["yaml", "      inline: |", "key"],
  ["yaml", "  files:", "key"],
  ["json", '  "path": "/etc/hostname",', "key,string"],
  ["json", '    "mode": 420,', "key,number"],
  ["json", "  }", ""],
] as const)(
  "%s line %j has the colours of its parts",
  (language, line, kinds) => {
    const tokens = lineTokens(line, language);
    expect(tokens.map(({ text }) => text).join("")).toBe(line);
    const seen = tokens.flatMap(({ kind, text }) =>
      kind && text ? [kind] : [],
    );
    expect(seen.join(",")).toBe(kinds.replace("-:", ""));
  },
);
