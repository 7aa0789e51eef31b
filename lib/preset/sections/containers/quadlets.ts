import { textAt } from "@/lib/butane";
import { oneLine, wholeLines } from "../ini";
import type { Items } from "../parts";
import type { Quadlet } from "./value";

const folder = "/etc/containers/systemd/";

/** Kinds of files that Podman makes units of. */
export const quadletKinds = [
  ...["container", "pod", "volume", "network", "kube", "image", "build"],
] as const;

/** Containers as units: Podman's generator makes a service of each file. */
export const quadlets: Items<Quadlet> = {
  items: true,
  compose({ name, text }, document, at) {
    const file = oneLine(name);
    const contents = wholeLines(text);
    if (file === "" || contents === "") return;
    document.putFile(
      { path: `${folder}${file}`, mode: 0o644, contents: { inline: contents } },
      { origin: at },
    );
  },
  read: (document) =>
    document.entriesOf("storage.files").flatMap(({ key, value }) => {
      const name = key.startsWith(folder) ? key.slice(folder.length) : "";
      const text = textAt(value, "contents", "inline");
      return name === "" || name.includes("/") || text === undefined
        ? []
        : [{ name, text }];
    }),
  key: ({ name }) => name,
};
