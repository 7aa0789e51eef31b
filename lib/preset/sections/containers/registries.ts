import { textAt, type FileEntry, type OpenDocument } from "@/lib/butane";
import { oneLine } from "../ini";
import type { Group } from "../parts";
import type { LoginHolder, RegistriesValue, RegistryLogin } from "./value";

interface Place {
  readonly holder: LoginHolder;
  readonly path: string;
  /** Ignition makes folders for root, and core has to write into this one. */
  readonly folder?: string;
  readonly owner?: Pick<FileEntry, "user" | "group">;
}

const core = { user: { name: "core" }, group: { name: "core" } };

const places: readonly Place[] = [
  { holder: "root", path: "/root/.docker/config.json" },
  {
    holder: "core",
    path: "/home/core/.docker/config.json",
    folder: "/home/core/.docker",
    owner: core,
  },
  { holder: "kubelet", path: "/var/lib/kubelet/config.json" },
];

/** Logins for registries. One without a user or a password is not written. */
export const registries: Group<RegistriesValue> = {
  compose({ logins, holders }, document, at) {
    const text = configJson(logins);
    if (text === "") return;
    for (const { holder, path, folder, owner } of places) {
      if (!holders.includes(holder)) continue;
      if (folder)
        document.putDirectory(
          { path: folder, mode: 0o700, ...owner },
          { origin: at },
        );
      document.putFile(
        { path, mode: 0o600, ...owner, contents: { inline: text } },
        { origin: [...at, "logins"] },
      );
    }
  },
  read(document) {
    const found = places.flatMap(({ holder, path }) => {
      const text = textIn(document, path);
      return text === undefined ? [] : [{ holder, text }];
    });
    const [first] = found;
    if (!first) return undefined;
    return {
      logins: loginsIn(first.text),
      holders: found
        .filter(({ text }) => text === first.text)
        .map(({ holder }) => holder),
    };
  },
};

function textIn(document: OpenDocument, path: string): string | undefined {
  const [file] = document.named("storage.files", path);
  return textAt(file?.value, "contents", "inline");
}

function configJson(logins: readonly RegistryLogin[]): string {
  const auths = logins.flatMap(({ server, user, password }) => {
    const name = oneLine(server);
    return name === "" || user === "" || password === ""
      ? []
      : [[name, { auth: base64(`${user}:${password}`) }] as const];
  });
  return auths.length === 0
    ? ""
    : `${JSON.stringify({ auths: Object.fromEntries(auths) }, null, 2)}\n`;
}

function loginsIn(text: string): RegistryLogin[] {
  try {
    const { auths } = JSON.parse(text) as {
      auths: Record<string, { auth: string }>;
    };
    return Object.entries(auths).map(([server, { auth }]) => {
      const login = fromBase64(auth);
      const at = login.indexOf(":");
      return {
        server,
        user: login.slice(0, at),
        password: login.slice(at + 1),
      };
    });
  } catch {
    // Another shape, such as a credential helper: the file stays a file.
    return [];
  }
}

function base64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) =>
      String.fromCharCode(byte),
    ).join(""),
  );
}

function fromBase64(text: string): string {
  const bytes = Uint8Array.from(atob(text), (character) =>
    character.charCodeAt(0),
  );
  return new TextDecoder().decode(bytes);
}
