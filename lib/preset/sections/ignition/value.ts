import type { FileContents } from "../files/value";
import type { ProxyLogin } from "../proxy-login";

/** How long Ignition waits for a server; seconds in digits, and empty leaves Ignition's own. */
export interface IgnitionTimeouts {
  /** For the head of an answer: 10 unless said otherwise. */
  readonly headers: string;
  /** For one fetch, retries included: no limit unless said otherwise. */
  readonly total: string;
}

/** The proxies of Ignition's own downloads. */
export interface IgnitionProxy extends ProxyLogin {
  readonly http: string;
  readonly https: string;
  /** Hosts, domains and networks that are reached without a proxy. */
  readonly except: readonly string[];
}

export interface IgnitionValue {
  readonly timeouts: IgnitionTimeouts;
  readonly proxy: IgnitionProxy;
  /** Certificates in PEM that Ignition trusts while it fetches. */
  readonly authorities: readonly FileContents[];
  /** Ignition configs that join this one; a later one wins. */
  readonly merge: readonly FileContents[];
  /** The Ignition config that takes the place of this one. */
  readonly replace: FileContents;
}
