/** Where systemd-sysupdate looks for newer images. */
export interface UpdateSource {
  /** Directory, with a slash at its end. */
  readonly folder: string;
  /** The list it reads there. */
  readonly list: string;
  readonly signed: boolean;
}

/** What a transfer file says of its source; null where that is no address. `Verify=` is on unless it is switched off. */
export function updateSource(text: string): UpdateSource | null {
  const path = valueIn(text, "Source", "Path");
  if (path === undefined || !/^https?:\/\//.test(path)) return null;
  // A doubled percent sign is one: systemd would else read a placeholder.
  const address = path.replaceAll("%%", "%");
  const folder = address.endsWith("/") ? address : `${address}/`;
  const verify = valueIn(text, "Transfer", "Verify") ?? "yes";
  return {
    folder,
    list: `${folder}SHA256SUMS`,
    signed: !/^(?:no|n|false|f|off|0)$/i.test(verify),
  };
}

function valueIn(text: string, section: string, key: string) {
  let here = "";
  let found: string | undefined;
  for (const line of text.split("\n")) {
    here = /^\s*\[([^\]]*)\]/.exec(line)?.[1] ?? here;
    const [, name, value = ""] = /^\s*([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (here === section && name === key) found = value.trim();
  }
  return found;
}
