import fc from "fast-check";

/** A section as a careful person might fill it in, in stored form: the spec has nothing against it, and reading finds it again. */
export const soundLayers = fc.constant({});
