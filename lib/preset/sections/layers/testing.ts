import fc from "fast-check";

const name = fc.constantFrom("mytools", "site-1", "ops.tools");
const osVersion = "4593.2.5";

const file = (root: string) =>
  fc.oneof(
    fc.record(
      {
        path: fc.constantFrom(`${root}/a`, `${root}/b/c`),
        executable: fc.constant(true),
        text: fc.constantFrom("#!/bin/sh\necho hi\n", "a: b\n# c\n", "x"),
      },
      { requiredKeys: ["path", "text"], noNullPrototype: true },
    ),
    fc.record(
      {
        path: fc.constantFrom(`${root}/d`),
        from: fc.constant("url"),
        url: fc.constant("https://example.com/d"),
        hash: fc.constant(`sha256-${"0".repeat(64)}`),
      },
      { requiredKeys: ["path", "from", "url"], noNullPrototype: true },
    ),
  );

const files = (root: string) =>
  fc.uniqueArray(file(root), {
    selector: ({ path }) => path,
    minLength: 1,
    maxLength: 3,
  });

/** A part of a stored record that is there or not; what has to go together stays together. */
const match = (level: object) =>
  fc.constantFrom(level, { match: "any" }, { match: "version", osVersion });

const directory = fc
  .tuple(
    fc.record(
      { name, reload: fc.constant(true), files: files("usr/share") },
      { requiredKeys: ["name", "files"], noNullPrototype: true },
    ),
    match({}),
  )
  .map(([layer, note]) => ({ ...layer, ...note }));

const confextImages = fc.uniqueArray(
  fc.record(
    {
      name,
      url: fc.constant("https://example.com/site.raw"),
      hash: fc.constant(`sha256-${"1".repeat(64)}`),
    },
    { requiredKeys: ["name", "url"], noNullPrototype: true },
  ),
  { selector: (one) => one.name, maxLength: 2 },
);

const confextFiles = fc.uniqueArray(
  fc.tuple(name, files("etc/site"), match({})).map(([own, all, note]) => ({
    name: own,
    from: "files",
    files: all,
    ...note,
  })),
  { selector: (one) => one.name, maxLength: 1 },
);

const yes = fc.constant(true);

/** A section as a careful person might fill it in, in stored form: the spec has nothing against it, and reading finds it again. */
export const soundLayers = fc.record(
  {
    directories: fc.uniqueArray(directory, {
      selector: (one) => one.name,
      maxLength: 2,
    }),
    confexts: fc
      .tuple(confextImages, confextFiles)
      .map(([images, layers]) => [...images, ...layers]),
    officialOff: fc.constantFrom([], ["sssd"], ["sssd", "kerberos"]),
    oemOff: fc.constantFrom([], ["azure"], ["azure", "qemu"]),
    late: fc
      .record(
        {
          users: yes,
          folders: yes,
          udev: yes,
          sysctl: yes,
          dbus: yes,
          again: yes,
          modules: fc.constantFrom(["zram"], ["a-b", "c_d"]),
        },
        { requiredKeys: [], noNullPrototype: true },
      )
      // Running it again means nothing where nothing is run.
      .filter((late) => late.again !== true || Object.keys(late).length > 1),
    starts: fc.constantFrom(
      [],
      [{ unit: "mine.service" }],
      [
        {
          unit: "mine.socket",
          path: "/usr/local/lib/systemd/system/mine.socket",
        },
        { unit: "mine@a.service", target: "basic.target" },
      ],
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
