import { extensions } from "@/lib/butane";

/** What the catalogue offers; the built-in ones have switches of their own. */
export const offered = extensions.filter(({ kind }) => kind !== "builtin");
