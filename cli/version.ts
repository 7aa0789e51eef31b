import { version } from "../package.json";

/** Butane's version whose behaviour `lib/butane` has. */
const butane = "0.29.0";

export const versionLine = `Kindling ${version} (Butane ${butane})`;
