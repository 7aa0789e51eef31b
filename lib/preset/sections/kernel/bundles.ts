import {
  createDocument,
  missingFrom,
  type ButaneDocument,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import type { Group } from "../parts";

/** A switch, and everything that it takes. */
type Bundle = (document: ButaneDocument, at: Path) => void;

// The providers that Flatcar's own tests of FIPS ask OpenSSL for.
const opensslConfig = `config_diagnostics = 1
openssl_conf = openssl_init
.include /etc/ssl/fipsmodule.cnf
[openssl_init]
providers = provider_sect
[provider_sect]
fips = fips_sect
base = base_sect
[base_sect]
activate = 1
`;

const putFips: Bundle = (document, origin) => {
  document.putKernelArgument("fips=1", { origin });
  document.putFile({ path: "/etc/system-fips", mode: 0o644 }, { origin });
  document.putFile(
    {
      path: "/etc/ssl/openssl.cnf",
      mode: 0o644,
      overwrite: true,
      contents: { inline: opensslConfig },
    },
    { comment: "OpenSSL with its FIPS module alone.", origin },
  );
};

const putSelinux: Bundle = (document, origin) =>
  document.putFile(
    {
      path: "/etc/selinux/config",
      mode: 0o644,
      overwrite: true,
      contents: { inline: "SELINUX=enforcing\nSELINUXTYPE=mcs\n" },
    },
    { origin },
  );

const putCgroupV1: Bundle = (document, origin) => {
  for (const argument of [
    "systemd.unified_cgroup_hierarchy=0",
    "systemd.legacy_systemd_cgroup_controller",
  ])
    document.putKernelArgument(argument, { origin });
  document.putFile({ path: "/etc/flatcar-cgroupv1", mode: 0o444 }, { origin });
  document.putDropin(
    "containerd.service",
    {
      name: "10-use-cgroupfs.conf",
      contents:
        "[Service]\nEnvironment=CONTAINERD_CONFIG=/usr/share/containerd/config-cgroupfs.toml\n",
    },
    { comment: "containerd without systemd's control groups.", origin },
  );
};

export const fips = switchFor(putFips);
export const selinux = switchFor(putSelinux);
export const cgroupV1 = switchFor(putCgroupV1);

/** Kernel arguments that a switch asks for in a document, and that are therefore not typed ones. */
export function impliedArguments(document: OpenDocument): ReadonlySet<string> {
  const drafts = [putFips, putCgroupV1]
    .map(draftOf)
    .filter((draft) => missingFrom(document, draft).length === 0);
  return new Set(
    drafts.flatMap((draft) =>
      draft.lists["kernel_arguments.should_exist"].flatMap(({ value }) =>
        value.kind === "scalar" ? [String(value.value)] : [],
      ),
    ),
  );
}

function switchFor(put: Bundle): Group<boolean> {
  return {
    compose(value, document, at) {
      if (value) put(document, at);
    },
    // Whoever asks believes it only where all of it is there.
    read: () => true,
  };
}

function draftOf(put: Bundle) {
  const document = createDocument({ variant: "flatcar", version: "1.0.0" });
  put(document, []);
  return document;
}
