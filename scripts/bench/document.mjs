/** Where each list of a document stands. */
const sections = {
  passwd: ["users"],
  storage: ["directories", "links", "files"],
  systemd: ["units"],
};

/**
 * A Butane document of about this many lines, such as nodes have: files with contents, links, directories, users and
 * units with drop-ins. The same number always gives the same text.
 */
export function documentOf(lines) {
  const lists = {};
  let used = head.length;
  // One of each in turn; a piece that is too long for what is left is passed over.
  for (let n = 0, passed = 0; passed < pieces.length; n++) {
    const { to, text } = pieces[n % pieces.length](n);
    const longer = used + headings(lists, to) + text.length;
    if (longer > lines) {
      passed += 1;
    } else {
      used = longer;
      (lists[to] ??= []).push(...text);
      passed = 0;
    }
  }
  return `${written(lists).join("\n")}\n`;
}

const head = ["variant: flatcar", "version: 1.0.0"];

/** How many lines a list needs above its first entry: its own, and its section's. */
function headings(lists, to) {
  if (lists[to]) return 0;
  const names = Object.values(sections).find((each) => each.includes(to));
  return names.some((name) => lists[name]) ? 1 : 2;
}

function written(lists) {
  const body = Object.entries(sections).flatMap(([section, names]) => {
    const filled = names.filter((name) => lists[name]);
    return filled.length === 0
      ? []
      : [
          `${section}:`,
          ...filled.flatMap((name) => [`  ${name}:`, ...lists[name]]),
        ];
  });
  return [...head, ...body];
}

const pieces = [
  (n) => ({
    to: "units",
    text: [
      `    - name: service${n}.service`,
      "      enabled: true",
      "      contents: |",
      "        [Unit]",
      `        Description=Service ${n}`,
      "        After=network-online.target",
      "        [Service]",
      `        ExecStart=/opt/bin/service --id ${n}`,
      "        [Install]",
      "        WantedBy=multi-user.target",
      "      dropins:",
      "        - name: 10-limits.conf",
      "          contents: |",
      "            [Service]",
      "            LimitNOFILE=65536",
    ],
  }),
  (n) => ({
    to: "users",
    text: [
      `    - name: user${n}`,
      "      groups: [sudo, docker]",
      "      ssh_authorized_keys:",
      `        - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${"Q".repeat(43)} user${n}@example`,
    ],
  }),
  (n) => ({
    to: "directories",
    text: [`    - path: /opt/data/${n}`, "      mode: 0755"],
  }),
  (n) => ({
    to: "links",
    text: [
      `    - path: /etc/extensions/image${n}.raw`,
      `      target: /opt/extensions/image${n}/image${n}-1.0.0-x86-64.raw`,
      "      hard: false",
    ],
  }),
  (n) => ({
    to: "files",
    text: [
      `    - path: /etc/service${n}/settings.conf # who reads this, and when`,
      "      mode: 0644",
      "      contents:",
      "        inline: |",
      `          # settings of service ${n}`,
      `          listen = 10.0.${n % 250}.1:8080`,
      "          level = info",
    ],
  }),
];
