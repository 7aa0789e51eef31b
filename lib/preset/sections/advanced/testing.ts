import fc from "fast-check";
import { mutableModes } from "./merge-options";

const part = <Fields extends Record<string, fc.Arbitrary<unknown>>>(
  fields: Fields,
) => fc.record(fields, { requiredKeys: [], noNullPrototype: true });

const merge = (own: string) =>
  fc
    .tuple(
      part({ mutable: fc.constantFrom(...mutableModes) }),
      fc.constantFrom(
        {},
        { policy: "verity" },
        { policy: "signed" },
        { policy: "own", ownPolicy: own },
      ),
    )
    .map(([mode, policy]) => ({ ...mode, ...policy }));

const certificate =
  "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\n-----END CERTIFICATE-----\n";

/** A section as a careful person might fill it in, in stored form: the spec has nothing against it, and reading finds it again. */
export const soundAdvanced = part({
  sysext: merge("root=signed+absent"),
  confext: merge("*"),
  // An extension may send the writes to /opt somewhere.
  writes: part({
    usr: fc.constant("directory"),
    etc: fc.constantFrom("directory", "original"),
  }),
  certificates: fc.constantFrom(
    [],
    [{ name: "release", text: certificate }],
    [
      { name: "release", text: certificate },
      { name: "ops-2026", text: certificate },
    ],
  ),
  keepEtcCopies: fc.constant(true),
});
