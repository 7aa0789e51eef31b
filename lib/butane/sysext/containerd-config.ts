import type { ExtensionContext } from "./extension";
import { putDropin, putText } from "./put";
import { environment, unitText, wholeLines } from "./unit-text";

/** Where the configuration stands that replaces the one an image or the OS brings. */
const path = "/etc/containerd/config.toml";

/**
 * Writes one configuration for containerd out of everything that wants a say: one's own text, the Kata runtime, the
 * overlaybd snapshotter. containerd reads a single file, so each of them calls this and all of them write the same.
 * `minimal` writes a file even where nobody asks for anything.
 */
export function putContainerdConfig(
  context: ExtensionContext,
  { from, minimal = false }: { from?: string; minimal?: boolean } = {},
): boolean {
  const own = wholeLines(
    String(context.valueOf("containerd", "customConfig") ?? ""),
  );
  const cgroups = context.valueOf("containerd", "cgroupDriver") !== "cgroupfs";
  const base = own === "" ? smallest(cgroups) : own;
  const text = [base, ...stanzas(context, base)].join("\n");
  if (own === "" && text === base && !minimal) return false;
  putText(context, path, text, {
    ...(from === undefined ? {} : { from }),
  });
  pointToContainerdConfig(context, path, from);
  return true;
}

/** Points containerd at a configuration file; the name sorts after the drop-ins that images bring. */
export function pointToContainerdConfig(
  context: ExtensionContext,
  file: string,
  from?: string,
): void {
  putDropin(
    context,
    "containerd.service",
    "90-custom-config.conf",
    unitText({ Service: [environment("CONTAINERD_CONFIG", file)] }),
    from,
  );
}

/** Version 2 of the format is read by containerd 1.7 and 2.x alike. */
function smallest(systemdCgroup: boolean): string {
  return `version = 2
[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
    SystemdCgroup = ${systemdCgroup}
`;
}

function stanzas(context: ExtensionContext, base: string): string[] {
  const version3 = /^\s*version\s*=\s*3\b/m.test(base);
  const cri = version3
    ? "io.containerd.cri.v1.runtime"
    : "io.containerd.grpc.v1.cri";
  const kata = `[plugins."${cri}".containerd.runtimes.kata]
  runtime_type = "io.containerd.kata.v2"
`;
  const overlaybd = `[proxy_plugins.overlaybd]
  type = "snapshot"
  address = "/run/overlaybd-snapshotter/overlaybd.sock"
`;
  return [
    ...(context.valueOf("kata-containers", "runtimeStanza") === true &&
    !base.includes("runtimes.kata]")
      ? [kata]
      : []),
    ...(context.has("overlaybd") && !base.includes("proxy_plugins.overlaybd")
      ? [overlaybd]
      : []),
  ];
}
