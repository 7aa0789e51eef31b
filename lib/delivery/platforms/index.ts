import type { Platform } from "../platform";
import { akamai } from "./akamai";
import { aliyun } from "./aliyun";
import { aws } from "./aws";
import { azure } from "./azure";
import { baremetal } from "./baremetal";
import { brightbox } from "./brightbox";
import { cloudstack } from "./cloudstack";
import { digitalocean } from "./digitalocean";
import { exoscale } from "./exoscale";
import { gcp } from "./gcp";
import { genericUrl } from "./generic-url";
import { hetzner } from "./hetzner";
import { hyperv } from "./hyperv";
import { ibmcloud } from "./ibmcloud";
import { kubevirt } from "./kubevirt";
import { libvirt } from "./libvirt";
import { nutanix } from "./nutanix";
import { openstack } from "./openstack";
import { oraclecloud } from "./oraclecloud";
import { packet } from "./packet";
import { proxmoxve } from "./proxmoxve";
import { pxe } from "./pxe";
import { qemu } from "./qemu";
import { scaleway } from "./scaleway";
import { stackit } from "./stackit";
import { upcloud } from "./upcloud";
import { vagrant } from "./vagrant";
import { virtualbox } from "./virtualbox";
import { vmware } from "./vmware";
import { vultr } from "./vultr";

/** Every platform, in the order people see them. A new one is a file and its line. */
export const platforms: readonly Platform[] = [
  aws,
  azure,
  gcp,
  openstack,
  hetzner,
  digitalocean,
  vmware,
  proxmoxve,
  qemu,
  libvirt,
  baremetal,
  pxe,
  akamai,
  oraclecloud,
  scaleway,
  exoscale,
  stackit,
  ibmcloud,
  aliyun,
  vultr,
  upcloud,
  brightbox,
  cloudstack,
  nutanix,
  kubevirt,
  hyperv,
  virtualbox,
  vagrant,
  packet,
  genericUrl,
];

const byId = new Map(platforms.map((platform) => [platform.id, platform]));

/** The platform of that id, or `undefined`. */
export function platformById(id: string): Platform | undefined {
  return byId.get(id);
}
