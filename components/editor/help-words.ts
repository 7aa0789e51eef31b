import type { Help } from "@/lib/butane";

/** What the editor shows about a word, as Markdown. */
export function helpWords(help: Help): string {
  const { title, says, type, required, absent, choices, since, tooNew } = help;
  const facts = [
    type && (required ? `${type}, required` : type),
    choices?.length &&
      `one of ${choices.map((one) => `\`${one}\``).join(", ")}`,
    absent && `left out: ${absent}`,
    since && `since spec version ${since}`,
  ].filter(Boolean);
  return [
    `**${title.replace(/([[\]*_\\])/g, "\\$1")}**`,
    says,
    ...(facts.length > 0 ? [`${facts.join(" · ")}`] : []),
    ...(tooNew
      ? ["This document follows an earlier version, which does not have it."]
      : []),
  ].join("\n\n");
}
