/** What of update.conf most nodes do without; each is absent where it is not written. */
export interface RareOsUpdates {
  /** For the strategy `etcd-lock`: which nodes share a lock. */
  readonly lockGroup?: string;
  /** Addresses of etcd, with commas. */
  readonly lockEndpoints?: string;
  /** Files on the node. */
  readonly lockCa?: string;
  readonly lockCert?: string;
  readonly lockKey?: string;
  readonly lockUser?: string;
  /** A secret. */
  readonly lockPassword?: string;
  /** What an update server of one's own shows. */
  readonly machineAlias?: string;
  readonly downloadUser?: string;
  /** A secret. */
  readonly downloadPassword?: string;
  /** Where TPM policies are uploaded. */
  readonly pcrPolicyServer?: string;
}
