/**
 * Each breaks one emitter: `before` stands in `file` exactly once and becomes `after`; then the nodes of `node` have to fail in
 * one of the `tiers`.
 */
export const mutations = [
  {
    what: "the activation link leads nowhere",
    file: "lib/butane/sysext/emit-image.ts",
    before: "target: image.path }",
    after: "target: `${image.path}.gone` }",
    tiers: "3,4",
    node: "docker-host",
  },
  {
    what: "noop.conf is missing",
    file: "lib/butane/sysext/updates.ts",
    before: "path: noopPath,",
    after: 'path: "/etc/sysupdate.d/noop.off",',
    tiers: "4",
    node: "docker-host",
  },
  {
    what: "systemd-sysext refresh inside the update service",
    file: "lib/butane/sysext/updates.ts",
    before: 'return "systemctl restart systemd-sysext.service";',
    after: 'return "systemd-sysext refresh";',
    tiers: "4",
    node: "docker-host",
  },
  {
    what: "one server that is down holds up the others",
    file: "lib/butane/sysext/updates.ts",
    before: "ExecStartPre=-/usr/lib/systemd/systemd-sysupdate",
    after: "ExecStartPre=/usr/lib/systemd/systemd-sysupdate",
    tiers: "4",
    node: "policies",
  },
  {
    what: "the timer stays off",
    file: "lib/butane/sysext/updates.ts",
    before: 'enabled: when.schedule !== "manual",',
    after: "enabled: false,",
    tiers: "4",
    node: "docker-host",
  },
  {
    what: "a unit of an image is linked into a target that nobody starts",
    file: "lib/butane/sysext/unit-text.ts",
    before: ".wants/${",
    after: ".wanted/${",
    tiers: "4",
    node: "haproxy",
  },
];
