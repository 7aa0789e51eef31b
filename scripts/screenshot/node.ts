// The node in the README's pictures: a Kubernetes worker on arm64 with a problem to be seen.
import { parsePreset } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";

export { chromium, chromiumFlags } from "@/e2e/browser";

const parsed = parsePreset({
  kindling: 1,
  name: "edge-worker-3",
  target: { architecture: "arm64" },
  extensions: {
    chosen: [
      {
        id: "kubernetes",
        version: "v1.32.2",
        updates: "patch",
        activation: "reboot",
      },
      { id: "tailscale", version: "v1.86.2", updates: "any" },
    ],
  },
  updates: { coordinator: "kured" },
  identity: { hostname: "edge-worker-3", timezone: "Europe/Berlin" },
  users: {
    users: [
      {
        name: "core",
        keys: [
          "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBx3t0Zl7xPCCbEhsdJ2bP8wS6h6Kq0mJt1b0kDp2uYJ operator@example",
        ],
      },
    ],
  },
});
if (!parsed.ok) throw new Error("the pictured node is no preset");
export const pictured = parsed.value;
export const { link } = encodeShare(pictured);
