/** What a machine of an infrastructure provider needs beside the node. */
export interface CapiProvider {
  /** Id of the platform in the preset. */
  readonly platform: string;
  /** `Cluster API Provider OpenStack (CAPO)`. */
  readonly title: string;
  /** Whether what follows is from the provider's own template. */
  readonly verified: boolean;
  /** Name of the node, from the platform's metadata; absent where there is no such variable. */
  readonly hostname?: string;
  /** `provider-id` of the kubelet. */
  readonly providerId?: string;
  /** `cloud-provider` of the kubelet. */
  readonly cloudProvider?: string;
  /** Shell lines before kubeadm runs, beside those that fill in /etc/kubeadm.yml. */
  readonly exports: readonly string[];
  readonly notes: readonly string[];
}

const metadata = "The node's name and id come from coreos-metadata.";

/** Providers whose machines are named by what their platform says of them. */
const providers: readonly CapiProvider[] = [
  {
    platform: "openstack",
    title: "Cluster API Provider OpenStack (CAPO)",
    verified: true,
    hostname: "${COREOS_OPENSTACK_HOSTNAME}",
    providerId: "openstack:///${COREOS_OPENSTACK_INSTANCE_UUID}",
    cloudProvider: "external",
    exports: [
      "export COREOS_OPENSTACK_HOSTNAME=${COREOS_OPENSTACK_HOSTNAME%.*}",
      "export COREOS_OPENSTACK_INSTANCE_UUID=${COREOS_OPENSTACK_INSTANCE_UUID}",
    ],
    notes: [
      metadata,
      "Follows the provider's own variant flatcar-sysext, with exact versions. Nova takes 65,535 characters of base64, and what Cluster API adds counts as well.",
    ],
  },
  {
    platform: "aws",
    title: "Cluster API Provider AWS (CAPA)",
    verified: false,
    hostname: "${COREOS_EC2_HOSTNAME}",
    exports: ["export COREOS_EC2_HOSTNAME=${COREOS_EC2_HOSTNAME}"],
    notes: [
      metadata,
      "Ignition needs an S3 bucket in the AWSCluster, which the bootstrap data is kept in.",
    ],
  },
];

const other: Omit<CapiProvider, "platform"> = {
  title: "Cluster API",
  verified: false,
  exports: [],
  notes: [
    "For this platform nothing is known of how machines are named: the provider's own template says what nodeRegistration needs.",
  ],
};

/** The provider whose machines run on a platform. */
export function providerFor(platform: string): CapiProvider {
  return (
    providers.find((one) => one.platform === platform) ?? { ...other, platform }
  );
}
