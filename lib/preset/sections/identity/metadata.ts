const words = (prefix: string, names: string) =>
  names.split(" ").map((name) => `COREOS_${prefix}_${name}`);

const openstack = words(
  "OPENSTACK",
  "HOSTNAME IPV4_LOCAL IPV4_PUBLIC INSTANCE_ID INSTANCE_UUID INSTANCE_TYPE",
);

/** What the metadata agent writes to `/run/metadata/flatcar`, by platform; which of them are there depends on the agent's version. */
const variables: Readonly<Record<string, readonly string[]>> = {
  aws: words(
    "EC2",
    "HOSTNAME PUBLIC_HOSTNAME IPV4_LOCAL IPV4_PUBLIC IPV6 AVAILABILITY_ZONE INSTANCE_ID INSTANCE_TYPE REGION",
  ),
  azure: words("AZURE", "IPV4_DYNAMIC IPV4_VIRTUAL VMSIZE"),
  gcp: words("GCE", "HOSTNAME IP_EXTERNAL_0 IP_LOCAL_0 MACHINE_TYPE"),
  openstack,
  // These two run the OpenStack image.
  brightbox: openstack,
  stackit: openstack,
  digitalocean: words(
    "DIGITALOCEAN",
    "HOSTNAME IPV4_ANCHOR_0 IPV4_PUBLIC_0 IPV4_PRIVATE_0 IPV6_PUBLIC_0 IPV6_PRIVATE_0 REGION",
  ),
  hetzner: words(
    "HETZNER",
    "HOSTNAME INSTANCE_ID PUBLIC_IPV4 PUBLIC_IPV6 PRIVATE_IPV4_0 REGION AVAILABILITY_ZONE",
  ),
  akamai: words(
    "AKAMAI",
    "INSTANCE_ID INSTANCE_LABEL INSTANCE_REGION PRIVATE_IPV4_0 PUBLIC_IPV4_0 IPV6_SLAAC",
  ),
  scaleway: words(
    "SCALEWAY",
    "HOSTNAME INSTANCE_ID PRIVATE_IPV4 PUBLIC_IPV4 ZONE_ID",
  ),
  oraclecloud: words(
    "ORACLECLOUD",
    "HOSTNAME INSTANCE_ID REGION_ID AVAILABILITY_DOMAIN",
  ),
  kubevirt: words("KUBEVIRT", "HOSTNAME INSTANCE_ID INSTANCE_TYPE IPV4 IPV6"),
  proxmoxve: words("PROXMOXVE", "HOSTNAME INSTANCE_ID IPV4 IPV6"),
  packet: words(
    "PACKET",
    "HOSTNAME PLAN IPV4_PUBLIC_0 IPV4_PUBLIC_GATEWAY_0 IPV4_PRIVATE_0 IPV4_PRIVATE_GATEWAY_0 IPV6_PUBLIC_0 IPV6_PUBLIC_GATEWAY_0",
  ),
  exoscale: words(
    "EXOSCALE",
    "LOCAL_HOSTNAME PUBLIC_HOSTNAME LOCAL_IPV4 PUBLIC_IPV4 INSTANCE_ID AVAILABILITY_ZONE",
  ),
  vultr: words("VULTR", "HOSTNAME INSTANCE_ID REGION_CODE"),
  aliyun: words(
    "ALIYUN",
    "HOSTNAME INSTANCE_ID INSTANCE_TYPE IPV4_PRIVATE IPV4_PUBLIC EIPV4 REGION_ID ZONE_ID",
  ),
  upcloud: words("UPCLOUD", "HOSTNAME INSTANCE_ID REGION"),
  ibmcloud: words("IBMCLOUD", "LOCAL_HOSTNAME INSTANCE_ID"),
  cloudstack: words(
    "CLOUDSTACK",
    "HOSTNAME LOCAL_HOSTNAME PUBLIC_HOSTNAME IPV4_LOCAL IPV4_PUBLIC INSTANCE_ID AVAILABILITY_ZONE",
  ),
};

/** The variables of a platform where the image's metadata agent runs; none elsewhere. */
export function metadataVariables(platform: string): readonly string[] {
  return Object.hasOwn(variables, platform) ? variables[platform]! : [];
}

/** Those of them that may become a host name. */
export function hostnameVariables(platform: string): readonly string[] {
  return metadataVariables(platform).filter((name) =>
    /_(?:HOSTNAME|INSTANCE_LABEL)$/.test(name),
  );
}

/** Where the agent leaves the variables. */
const file = "/run/metadata/flatcar";
const needs =
  "Requires=coreos-metadata.service\nAfter=coreos-metadata.service\n";

export const metadataDropin = {
  name: "10-metadata.conf",
  contents: `[Unit]\n${needs}\n[Service]\nEnvironmentFile=${file}\n`,
};

export const hostnameUnit = "hostname-from-metadata.service";

/** A unit that names the node before anything registers it under its name. */
export function hostnameUnitText(variable: string): string {
  return `[Unit]
Description=Take the host name from the platform's metadata
${needs}Before=kubeadm.service kubelet.service

[Service]
Type=oneshot
RemainAfterExit=yes
EnvironmentFile=${file}
ExecStart=/usr/bin/hostnamectl set-hostname \${${variable}}

[Install]
WantedBy=multi-user.target
`;
}

/** Whether a text can be the name of a variable. */
export function isVariable(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}
