/** All values of `Key=` in an INI text, in order, those in comments left out. */
export function iniValues(text: string, key: string): string[] {
  return text.split("\n").flatMap((line) => {
    const at = line.indexOf("=");
    return at > 0 && line.slice(0, at).trim() === key
      ? [line.slice(at + 1).trim()]
      : [];
  });
}
