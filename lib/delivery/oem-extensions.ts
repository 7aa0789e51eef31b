import type { OsRelease } from "@/lib/butane";

/** Tools of a cloud's vendor, which come with Flatcar's image for it as the extension `oem-ID` and are updated with the OS. */
export interface OemExtension {
  readonly id: string;
  /** Platforms, by our ids, whose image brings it. */
  readonly platforms: readonly string[];
  /** First release that has it as an extension; absent where nobody has established it. */
  readonly since?: OsRelease;
}

/**
 * The ids are those of Flatcar's image builder. Releases are from its release notes; for DigitalOcean, OpenStack and Equinix Metal from
 * its documentation, by which most images were converted with 3760.
 */
export const oemExtensions: readonly OemExtension[] = [
  { id: "akamai", platforms: ["akamai"] },
  { id: "ami", platforms: ["aws"], since: [3745, 0, 0] },
  { id: "azure", platforms: ["azure"], since: [3637, 0, 0] },
  { id: "digitalocean", platforms: ["digitalocean"], since: [3760, 0, 0] },
  { id: "gce", platforms: ["gcp"], since: [3815, 0, 0] },
  { id: "hetzner", platforms: ["hetzner"] },
  { id: "hyperv", platforms: ["hyperv"], since: [4459, 0, 0] },
  { id: "kubevirt", platforms: ["kubevirt"] },
  { id: "nutanix", platforms: ["nutanix"] },
  {
    id: "openstack",
    platforms: ["openstack", "brightbox"],
    since: [3760, 0, 0],
  },
  { id: "packet", platforms: [], since: [3760, 0, 0] },
  { id: "proxmoxve", platforms: ["proxmoxve"] },
  { id: "qemu", platforms: ["qemu", "libvirt"], since: [3637, 0, 0] },
  { id: "scaleway", platforms: ["scaleway"] },
  { id: "stackit", platforms: ["stackit"] },
  { id: "vmware", platforms: ["vmware"], since: [3745, 0, 0] },
];

/** The vendor's extension that a platform's image brings; `undefined` where none is known. */
export function oemExtensionOf(platform: string): OemExtension | undefined {
  return oemExtensions.find(({ platforms }) => platforms.includes(platform));
}
