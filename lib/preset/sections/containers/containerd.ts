import { textAt } from "@/lib/butane";
import { wholeLines } from "../ini";
import type { Group } from "../parts";

const file = "/etc/containerd/config.toml";

// The name sorts after the drop-ins that extensions bring; it is the one that the containerd extension writes, too.
const dropin = {
  name: "90-custom-config.conf",
  contents: `[Service]\nEnvironment=CONTAINERD_CONFIG=${file}\n`,
};

/** A configuration of one's own. containerd reads one file, so it takes the place of the whole of Flatcar's. */
export const containerd: Group<string> = {
  compose(value, document, at) {
    const text = wholeLines(value);
    if (text === "") return;
    document.putFile(
      { path: file, mode: 0o644, contents: { inline: text } },
      { origin: at },
    );
    document.putDropin("containerd.service", dropin, { origin: at });
  },
  read(document) {
    const [entry] = document.named("storage.files", file);
    return textAt(entry?.value, "contents", "inline");
  },
};
