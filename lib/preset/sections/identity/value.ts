/** What of a node's identity only the platform knows; absent where nothing is taken from it. */
export interface FromMetadata {
  /** Variable of the platform's metadata that becomes the host name: `COREOS_EC2_HOSTNAME`. */
  readonly hostnameVariable?: string;
  /** Units that get the variables in their environment. */
  readonly metadataFor?: readonly string[];
}
