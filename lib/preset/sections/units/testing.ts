import fc from "fast-check";

const contents = fc.constantFrom(
  "[Unit]\nDescription=One\n\n[Service]\nExecStart=/usr/bin/true\n\n[Install]\nWantedBy=multi-user.target\n",
  "[Service]\nType=oneshot\nExecStart=/usr/bin/echo a b\n\n[Install]\nWantedBy=multi-user.target",
);
const dropin = "[Service]\nEnvironment=A=1\n";

const unit = fc.constantFrom(
  { enabled: "yes" },
  { enabled: "no" },
  { mask: true },
  { dropins: [{ name: "10-a.conf", contents: dropin }] },
  {
    enabled: "yes",
    dropins: [
      { name: "10-a.conf", contents: dropin },
      { name: "20-b.conf", contents: `${dropin}# more\n` },
    ],
  },
);

/** Units as a careful person might fill them in, in stored form: the spec has nothing against them, and reading finds them again. */
export const soundUnits = fc.record(
  {
    units: fc
      .tuple(
        fc.option(unit, { nil: undefined }),
        fc.option(contents, { nil: undefined }),
      )
      .map(([foreign, own]) => [
        ...(foreign ? [{ name: "rpcbind.service", ...foreign }] : []),
        ...(own
          ? [{ name: "mine.service", enabled: "yes", contents: own }]
          : []),
      ]),
    userUnits: fc
      .record(
        {
          name: fc.constant("agent.service"),
          contents,
          enabled: fc.constant(true),
        },
        { requiredKeys: ["name", "contents"], noNullPrototype: true },
      )
      .map((one) => [one]),
  },
  { requiredKeys: [], noNullPrototype: true },
);
