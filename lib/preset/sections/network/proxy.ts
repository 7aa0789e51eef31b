import {
  itemsAt,
  textAt,
  type ButaneDocument,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import { oneLine } from "../ini";
import type { Group } from "../parts";
import { addressFor, withLogin } from "../proxy-login";
import type { ProxyUser, ProxyValue } from "./value";

type Variable = readonly [name: string, value: string];

/** How a user of the proxy is told of it. */
interface Manner {
  readonly user: ProxyUser;
  put(variables: readonly Variable[], document: ButaneDocument, at: Path): void;
  /** The text that tells it; undefined where there is none. */
  find(document: OpenDocument): string | undefined;
}

const systemFile = "/etc/systemd/system.conf.d/10-default-env.conf";
const shellFile = "/etc/profile.env";
// The image's own is read only while there is none in /etc, and it sets the path to commands.
const imageProfile = ". /usr/share/baselayout/profile.env\n";

const manners: readonly Manner[] = [
  {
    user: "system",
    put: (variables, document, at) =>
      document.putFile(
        {
          path: systemFile,
          mode: 0o644,
          contents: {
            inline: `[Manager]\n${variables
              .map((one) => `DefaultEnvironment=${assignment(one)}\n`)
              .join("")}`,
          },
        },
        { origin: at },
      ),
    find: (document) => fileText(document, systemFile),
  },
  {
    user: "shell",
    put: (variables, document, at) =>
      document.putFile(
        {
          path: shellFile,
          mode: 0o644,
          overwrite: true,
          contents: {
            inline: `${imageProfile}${variables
              .map(([name, value]) => `export ${name}=${shellWord(value)}\n`)
              .join("")}`,
          },
        },
        { origin: at },
      ),
    find: (document) => fileText(document, shellFile),
  },
  dropin("update-engine", "update-engine.service", "50-proxy.conf", (all) => {
    const [, address] =
      all.find(([name]) => name === "HTTPS_PROXY") ??
      all.find(([name]) => name === "HTTP_PROXY") ??
      [];
    return address === undefined ? [] : [["ALL_PROXY", address]];
  }),
  dropin("sysupdate", "systemd-sysupdate.service", "20-http-proxy.conf"),
  dropin("docker", "docker.service", "20-http-proxy.conf"),
  dropin("containerd", "containerd.service", "20-http-proxy.conf"),
];

/** A proxy for whoever fetches something. Ignition has a setting of its own for what it fetches itself. */
export const proxy: Group<ProxyValue> = {
  compose(value, document, at) {
    const variables = variablesOf(value);
    // Exceptions alone are no proxy.
    if (oneLine(value.http) === "" && oneLine(value.https) === "") return;
    for (const { user, put } of manners)
      if (value.users.includes(user)) put(variables, document, at);
  },
  read(document) {
    const told = manners.flatMap(({ user, find }) => {
      const text = find(document);
      return text === undefined ? [] : [{ user, text }];
    });
    const [full] = told.filter(({ user }) => user !== "update-engine");
    const text = (full ?? told[0])?.text;
    if (text === undefined) return undefined;
    const http = valueIn(text, "HTTP_PROXY");
    const https = valueIn(text, "HTTPS_PROXY") || valueIn(text, "ALL_PROXY");
    const except = valueIn(text, "NO_PROXY");
    return {
      ...withLogin(http, https),
      except: except.split(",").filter(Boolean),
      users: told.map(({ user }) => user),
    };
  },
};

/** Both spellings: curl, and what is built on it, reads http_proxy in small letters alone. */
function variablesOf(value: ProxyValue): Variable[] {
  const { http, https, except } = value;
  const all: Variable[] = [
    ["HTTP_PROXY", addressFor(oneLine(http), value)],
    ["HTTPS_PROXY", addressFor(oneLine(https), value)],
    ["NO_PROXY", except.map(oneLine).filter(Boolean).join(",")],
  ];
  return all
    .filter(([, value]) => value !== "")
    .flatMap(([name, value]): Variable[] => [
      [name, value],
      [name.toLowerCase(), value],
    ]);
}

function dropin(
  user: ProxyUser,
  unit: string,
  name: string,
  chosen: (all: readonly Variable[]) => readonly Variable[] = (all) => all,
): Manner {
  return {
    user,
    put: (variables, document, at) =>
      document.putDropin(
        unit,
        {
          name,
          contents: `[Service]\n${chosen(variables)
            .map((one) => `Environment=${assignment(one)}\n`)
            .join("")}`,
        },
        { origin: at },
      ),
    find(document) {
      const [entry] = document.named("systemd.units", unit);
      return itemsAt(entry?.value, "dropins")
        .filter((one) => textAt(one, "name") === name)
        .map((one) => textAt(one, "contents") ?? "")[0];
    },
  };
}

/** As systemd reads it: a percent sign, as in an escaped password, begins a placeholder unless it stands twice. */
function assignment([name, value]: Variable): string {
  const text = `${name}=${value.replace(/[\\"]/g, "\\$&").replaceAll("%", "%%")}`;
  return /^[\w=:/.,@+%~[\]*-]*$/.test(text) ? text : `"${text}"`;
}

function shellWord(value: string): string {
  return /^[\w=:/.,@+%-]*$/.test(value)
    ? value
    : `'${value.replaceAll("'", "'\\''")}'`;
}

function fileText(document: OpenDocument, path: string): string | undefined {
  const [file] = document.named("storage.files", path);
  return textAt(file?.value, "contents", "inline");
}

/** What a variable is set to, out of its quotes; what is quoted in another way than ours does not write itself again. */
function valueIn(text: string, name: string): string {
  const line = new RegExp(
    `^(?:(?:Default)?Environment=|export )(["']?)${name}=(.*)$`,
    "m",
  ).exec(text);
  const shell = line?.[0].startsWith("export ");
  const value = line?.[2] ?? "";
  if (shell) return value.replace(/^'(.*)'$/, "$1").replaceAll("'\\''", "'");
  return (line?.[1] ? value.replace(/"$/, "") : value)
    .replaceAll("%%", "%")
    .replace(/\\(.)/g, "$1");
}
