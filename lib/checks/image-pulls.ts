import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/** The one name that Docker looks the login of its own registry up by, and that Podman and the kubelet know as well. */
const hubKey = "https://index.docker.io/v1/";

/** Everything else that people call it. */
const hub =
  /^(?:https?:\/\/)?(?:(?:www|hub|index|registry|registry-1|auth)\.)?docker\.(?:io|com)(?:\/v[12])?\/*$/i;

/** Logins for registries that are not written, or say less than they seem to. */
export const registryLogins: Check = ({ preset }) => {
  const { logins, holders } = preset.containers.registries;
  if (logins.length === 0) return [];
  const at = ["containers", "registries"];
  return [
    ...(holders.length === 0
      ? [
          {
            kind: "warning" as const,
            code: "login-for-nobody",
            sentence:
              "Nobody has these logins: no file is written, and images are pulled without.",
            field: at,
          },
        ]
      : []),
    ...logins.flatMap(({ server, user, password }, index): Finding[] => {
      const own = [...at, "logins", index];
      const warn = (code: string, field: string, sentence: string) => ({
        kind: "warning" as const,
        code,
        sentence,
        field: [...own, field],
      });
      const missing = (["server", "user", "password"] as const).find(
        (one) => ({ server, user, password })[one] === "",
      );
      if (missing !== undefined)
        return server + user + password === ""
          ? []
          : [
              warn(
                "login-incomplete",
                missing,
                `This login is not written while its ${missing === "server" ? "registry" : missing} is empty.`,
              ),
            ];
      if (user.includes(":"))
        return [
          warn(
            "login-user-colon",
            "user",
            "The registry refuses this login: a colon ends the user, and the rest is taken for the password.",
          ),
        ];
      if (hub.test(server.trim()) && server !== hubKey)
        return [
          {
            ...warn(
              "login-docker-hub",
              "server",
              `Docker asks for the login of Docker Hub under ${hubKey} and finds none: it pulls without, and what is private stays out of reach.`,
            ),
            fix: {
              label: `Use ${hubKey}`,
              edits: [{ path: [...own, "server"], value: hubKey }],
            },
          },
        ];
      return logins.slice(0, index).some((one) => one.server === server)
        ? [
            warn(
              "login-twice",
              "server",
              `There is a login for ${server} already: the last one counts.`,
            ),
          ]
        : [];
    }),
  ];
};

/** containerd reads one file, so whatever Flatcar's own says is gone with it. */
export const containerdConfig: Check = ({ preset }) => {
  const text = preset.containers.containerd;
  if (text.trim() === "") return [];
  const field = ["containers", "containerd"];
  const findings: Finding[] = [];
  if (!/^\s*version\s*=\s*\d/m.test(text))
    findings.push({
      kind: "warning",
      code: "containerd-no-version",
      sentence:
        "The file does not say which version of the format it is in, and the names of plugins differ: version = 2 is read by containerd 1.7 and 2.",
      field,
      fix: {
        label: "Add version = 2",
        edits: [{ path: field, value: `version = 2\n${text}` }],
      },
    });
  const kubernetes = chosenOf(preset).find(
    ({ extension }) => extension?.id === "kubernetes",
  );
  if (kubernetes && !/^\s*SystemdCgroup\s*=\s*true\b/m.test(text))
    findings.push({
      kind: "warning",
      code: "containerd-cgroups",
      sentence: `Flatcar's own configuration gives containers control groups of systemd, as the kubelet of ${kubernetes.title} does; this one does not say SystemdCgroup = true.`,
      why: "With two owners of the same groups, nodes become unstable under load.",
      field,
    });
  return findings;
};
