import { parsePreset } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { hostname, key } from "./kubernetes-node";

const parsed = parsePreset({
  kindling: 1,
  target: { architecture: "arm64", platform: "aws" },
  extensions: {
    chosen: [
      {
        id: "kubernetes",
        version: "v1.32.2",
        updates: "patch",
        activation: "reboot",
      },
    ],
  },
  updates: { coordinator: "kured" },
  identity: { hostname },
  users: { users: [{ name: "core", keys: [key] }] },
});
if (!parsed.ok) throw new Error("the node of the tests is no preset");

/** The node of the main arc as a link, without `#`. */
export const kubernetesLink = encodeShare(parsed.value).link;
