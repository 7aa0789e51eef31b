import { bakeryImage, extensions, type Catalogue } from "../sysext";

/** What can be offered besides the spec's own words: data, such as what the catalogue has. */
export interface Known {
  readonly images: readonly KnownImage[];
  /** Units that are on the node without being written in the document. */
  readonly units: readonly KnownUnit[];
}

/** A released image, for one architecture. */
export interface KnownImage {
  readonly title: string;
  readonly path: string;
  readonly link: string;
  readonly url: string;
}

export interface KnownUnit {
  readonly name: string;
  readonly help: string;
  /** Set where other systems than Flatcar have it as well. */
  readonly everywhere?: true;
}

const architectures = ["x86-64", "arm64"] as const;

/** What a catalogue offers to somebody who types paths, addresses and names of units. */
export function knownOf(catalogue: Catalogue): Known {
  const images = extensions.flatMap(({ id, title }) =>
    (catalogue.releases[id] ?? []).flatMap(({ version }) =>
      architectures.map((architecture) => ({
        title: `${title} ${version}, ${architecture}`,
        ...bakeryImage(id, version, architecture, catalogue.bakery),
      })),
    ),
  );
  const shipped = extensions.flatMap(({ title, units }) =>
    (units ?? []).map(({ name }) => ({ name, help: `Comes with ${title}.` })),
  );
  return { images, units: [...shipped, ...flatcarUnits] };
}

/** Units of the image that nodes often change. */
const flatcarUnits: readonly KnownUnit[] = [
  {
    name: "docker.service",
    help: "Docker; its socket starts it on first use.",
    everywhere: true,
  },
  {
    name: "docker.socket",
    help: "Starts Docker on first use.",
    everywhere: true,
  },
  { name: "containerd.service", help: "The containerd that Flatcar brings." },
  {
    name: "sshd.service",
    help: "SSH as a service, instead of by its socket.",
  },
  { name: "sshd.socket", help: "Takes SSH connections; its port is set here." },
  {
    name: "update-engine.service",
    help: "Fetches newer Flatcar releases. Set `SERVER=disabled` in `/etc/flatcar/update.conf` to stop it, masking breaks the first boot's mark.",
  },
  {
    name: "locksmithd.service",
    help: "Reboots the node after an update; mask it where another program does.",
  },
  {
    name: "systemd-sysupdate.timer",
    help: "Looks for newer extension images regularly.",
  },
  {
    name: "systemd-sysupdate.service",
    help: "Fetches newer extension images.",
  },
  {
    name: "systemd-sysext.service",
    help: "Lays the extension images over `/usr`.",
    everywhere: true,
  },
  { name: "systemd-timesyncd.service", help: "Keeps the clock right." },
  { name: "systemd-networkd.service", help: "Sets up the network." },
  {
    name: "systemd-resolved.service",
    help: "Looks up names.",
    everywhere: true,
  },
  {
    name: "coreos-metadata.service",
    help: "Writes what the platform says of the node to `/run/metadata/flatcar`.",
  },
  {
    name: "iptables-restore.service",
    help: "Loads `/var/lib/iptables/rules-save`.",
  },
  {
    name: "nftables-load.service",
    help: "Loads `/var/lib/nftables/rules-save`.",
  },
];

/** What of it is on offer for a variant: extensions, and most of the units, are Flatcar's. */
export function knownFor(
  variant: string,
  known: Known | undefined,
): Known | undefined {
  if (!known || variant === "flatcar") return known;
  return {
    images: [],
    units: known.units.filter(({ everywhere }) => everywhere),
  };
}
