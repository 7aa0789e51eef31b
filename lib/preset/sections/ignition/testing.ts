import fc from "fast-check";

const hash = `sha256-${"0123456789abcdef".repeat(4)}`;
const pem = `-----BEGIN CERTIFICATE-----
MIIBszCCAVmgAwIBAgIUQ1n9m1Bq0v4T1xkq0m8m1w==
-----END CERTIFICATE-----
`;

const merge = fc.uniqueArray(
  fc.constantFrom<object>(
    { source: "https://config.example.com/base.ign", hash },
    {
      source: "https://config.example.com/rack.ign.gz",
      compression: "gzip",
      headers: [{ name: "Authorization", value: "Bearer abc" }],
    },
    { kind: "text", text: '{"ignition": {"version": "3.3.0"}}\n' },
    { source: "s3://configs/site.ign" },
  ),
  { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) },
);

/** A section as a careful person might fill it in, in stored form: the spec has nothing against it, and reading finds it again. */
export const soundIgnition = fc.record(
  {
    timeouts: fc.constantFrom<object>(
      { headers: "20" },
      { total: "300" },
      { headers: "20", total: "300" },
    ),
    // Ignition warns of a plain proxy for https, and takes the one for http where none is named.
    proxy: fc.constantFrom<object>(
      { http: "http://proxy.example.com:3128" },
      {
        https: "https://proxy.example.com:3129",
        user: "me",
        password: "p@ss: %1",
      },
      {
        https: "https://proxy.example.com:3129",
        except: ["localhost", "10.0.0.0/8"],
      },
    ),
    authorities: fc.constantFrom<object[]>(
      [{ text: pem }],
      [
        { text: pem },
        { kind: "fetch", source: "https://pki.example.com/ca.pem", hash },
      ],
    ),
    merge,
  },
  { requiredKeys: [], noNullPrototype: true },
);
