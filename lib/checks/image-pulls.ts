import type { Path } from "@/lib/butane";
import type { RegistryLogin } from "@/lib/preset/sections/containers/value";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/** The one name that Docker looks the login of its own registry up by, and that Podman and the kubelet know as well. */
const hubKey = "https://index.docker.io/v1/";

/** Everything else that people call it. */
const hub =
  /^(?:https?:\/\/)?(?:(?:www|hub|index|registry|registry-1|auth)\.)?docker\.(?:io|com)(?:\/v[12])?\/*$/i;

const at = ["containers", "registries"];

/** Logins for registries that are not written, or say less than they seem to. */
export const registryLogins: Check = ({ preset }) => {
  const { logins, holders } = preset.containers.registries;
  if (logins.length === 0) return [];
  return [
    ...(holders.length === 0 ? [forNobody] : []),
    ...logins.flatMap((login, index) => {
      if (isBlank(login)) return [];
      const own = [...at, "logins", index];
      const fault =
        incomplete(login, own) ??
        colonInUser(login, own) ??
        hubByOtherName(login, own) ??
        again(login, own, logins.slice(0, index));
      return fault ? [fault] : [];
    }),
  ];
};

const forNobody = warn(
  "login-for-nobody",
  at,
  "Nobody has these logins: no file is written, and images are pulled without.",
);

/** A line of the form that nobody has filled in yet. */
function isBlank({ server, user, password }: RegistryLogin): boolean {
  return server + user + password === "";
}

function incomplete(login: RegistryLogin, own: Path): Finding | undefined {
  const missing = (["server", "user", "password"] as const).find(
    (one) => login[one] === "",
  );
  return missing === undefined
    ? undefined
    : warn(
        "login-incomplete",
        [...own, missing],
        `This login is not written while its ${missing === "server" ? "registry" : missing} is empty.`,
      );
}

/** What is written is user, colon, password. */
function colonInUser({ user }: RegistryLogin, own: Path): Finding | undefined {
  return user.includes(":")
    ? warn(
        "login-user-colon",
        [...own, "user"],
        "The registry refuses this login: a colon ends the user, and the rest is taken for the password.",
      )
    : undefined;
}

function hubByOtherName(
  { server }: RegistryLogin,
  own: Path,
): Finding | undefined {
  if (!hub.test(server.trim()) || server === hubKey) return undefined;
  const field = [...own, "server"];
  return {
    ...warn(
      "login-docker-hub",
      field,
      `Docker asks for the login of Docker Hub under ${hubKey} and finds none: it pulls without, and what is private stays out of reach.`,
    ),
    fix: { label: `Use ${hubKey}`, edits: [{ path: field, value: hubKey }] },
  };
}

/** A registry has one login. */
function again(
  { server }: RegistryLogin,
  own: Path,
  before: readonly RegistryLogin[],
): Finding | undefined {
  return before.some((one) => one.server === server)
    ? warn(
        "login-twice",
        [...own, "server"],
        `There is a login for ${server} already: the last one counts.`,
      )
    : undefined;
}

function warn(code: string, field: Path, sentence: string): Finding {
  return { kind: "warning", code, sentence, field };
}

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
