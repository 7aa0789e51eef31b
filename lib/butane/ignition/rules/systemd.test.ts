import { at, file, storage, testRules, units } from "./testing";

const install = "[Service]\nExecStart=/x\n[Install]\nWantedBy=a\n";
const service = "[Service]\nExecStart=/x\n";

testRules([
  [
    units({ name: "a.service", enabled: true, contents: install }),
    [],
    "an ordinary unit",
  ],
  [
    units({ name: "a" }),
    at("systemd.units.0.name", "unit-name-type"),
    "no type",
  ],
  [
    units({ name: "a.service", contents: "x" }),
    [],
    "text before any section is let pass",
  ],
  [
    units({ name: "a.service", contents: "[Unit]\nx" }),
    at("systemd.units.0.contents", "unit-unfinished-option"),
    "no option",
  ],
  [
    units({ name: "a.service", enabled: true, contents: "[Unit" }),
    at("systemd.units.0.contents", "unit-section-unclosed"),
    "one problem is enough",
  ],
  [
    units({ name: "a.service", enabled: true, contents: service }),
    at("systemd.units.0.contents", "unit-without-install", "warning"),
    "enabled in vain",
  ],
  [
    units({ name: "a.service", enabled: true, contents: "" }),
    [],
    "a unit of the image may be enabled",
  ],
  [
    units({ name: "a.service", enabled: false, contents: service }),
    [],
    "not enabled",
  ],
  [
    units(
      { name: "a@.service", contents: service },
      { name: "a@1.service", enabled: true },
    ),
    at("systemd.units.1.contents", "template-without-install", "warning"),
    "an instance of a template that cannot be enabled",
  ],
  [
    units(
      { name: "a@.service", contents: install },
      { name: "a@1.service", enabled: true },
    ),
    [],
    "of one that can",
  ],
  [
    units({
      name: "a.service",
      dropins: [{ name: "x", contents: "[Unit]\nx\n" }],
    }),
    [
      "error $.systemd.units.0.dropins.0.contents unit-line-without-equals",
      "error $.systemd.units.0.dropins.0.name dropin-name",
    ],
    "a bad drop-in",
  ],
  [
    {
      ...units({ name: "a.service", contents: service }),
      ...file({ path: "/etc/systemd/system/a.service" }),
    },
    at("storage.files.0.path", "path-of-unit"),
    "a file in the place of a unit",
  ],
  [
    {
      ...units({ name: "a.service" }),
      ...file({ path: "/etc/systemd/system/a.service" }),
    },
    [],
    "the unit is only enabled",
  ],
  [
    {
      ...units({
        name: "a.service",
        dropins: [{ name: "x.conf", contents: service }],
      }),
      ...storage({
        links: [
          { path: "/etc/systemd/system/a.service.d/x.conf", target: "/x" },
        ],
      }),
    },
    at("storage.links.0.path", "path-of-unit"),
    "a link in the place of a drop-in",
  ],
]);
