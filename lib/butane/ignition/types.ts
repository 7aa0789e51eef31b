import type { structs } from "./v3_5/structs";

type Structs = typeof structs;

type Value<Notation> = Notation extends `${infer Rest}!`
  ? Value<Rest>
  : Notation extends `*${infer Rest}`
    ? Value<Rest>
    : Notation extends `[]${infer Rest}`
      ? readonly Value<Rest>[]
      : Notation extends "int"
        ? Integer
        : Notation extends "bool"
          ? boolean
          : Notation extends "string"
            ? string
            : Notation extends keyof Structs
              ? IgnitionStruct<Notation>
              : never;

/** Go's 64-bit integer: a `bigint` where a JavaScript number would round it. */
export type Integer = number | bigint;

/**
 * A struct of the newest spec we know as a plain object; a key that is absent is a nil pointer or an empty value.
 * Older specs are subsets of it, so one type serves all of them.
 */
export type IgnitionStruct<Name extends keyof Structs> =
  Structs[Name] extends "string"
    ? string
    : { readonly [Key in keyof Structs[Name]]?: Value<Structs[Name][Key]> };

/** A whole config of the newest spec we know; every key of it may be missing. */
export type IgnitionConfig = IgnitionStruct<"Config">;
