import { closed, text, type Schema } from "../../section";
import { choice, listOf, off, secret, several, word } from "../fields";
import { defaultsOf } from "../parts";
import type { ContainersValue } from "./value";

const words: Schema = listOf(text);

const daemon = closed({
  logDriver: word,
  logMaxSize: word,
  logMaxFile: word,
  registryMirrors: words,
  insecureRegistries: words,
  dataRoot: word,
  storageDriver: word,
  dns: words,
  mtu: word,
  bridge: word,
  liveRestore: off,
  more: { ...word, description: "More of daemon.json, as JSON." },
  api: choice("plain", "tls"),
  listen: word,
  tlsCa: word,
  tlsCert: word,
  tlsKey: secret,
});

const limits = closed({ memlock: word, files: word });

const registries = closed({
  logins: listOf(
    closed({ server: text, user: word, password: secret }, ["server"]),
  ),
  holders: {
    ...several("root", "core", "kubelet"),
    default: ["root", "core"],
  },
});

export const schema = closed({
  start: off,
  daemon,
  disk: word,
  limits,
  registries,
  containerd: word,
  quadlets: listOf(closed({ name: text, text: word }, ["name"])),
});

export const initial: ContainersValue = {
  start: false,
  daemon: defaultsOf(daemon),
  disk: "",
  limits: defaultsOf(limits),
  registries: defaultsOf(registries),
  containerd: "",
  quadlets: [],
};
