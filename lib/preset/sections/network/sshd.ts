import { itemsAt, textAt, valueAt } from "@/lib/butane";
import { oneLine, wholeLines, wordsIn } from "../ini";
import type { Group } from "../parts";
import type { SshdValue } from "./value";

// sshd takes the first value it reads, and the files of the image come later.
const file = "/etc/ssh/sshd_config.d/10-node.conf";
const dropinName = "10-listen.conf";

/** Who may log in over SSH, and where sshd listens. */
export const sshd: Group<SshdValue> = {
  compose(value, document, at) {
    const text = configText(value);
    const listen = value.listen.map(oneLine).filter(Boolean);
    if (text !== "")
      document.putFile(
        { path: file, mode: 0o600, contents: { inline: text } },
        { origin: at },
      );
    if (value.always) {
      const origin = [...at, "always"];
      document.putUnit(
        { name: "sshd.socket", mask: true },
        { comment: "sshd runs by itself and listens for itself.", origin },
      );
      document.putUnit({ name: "sshd.service", enabled: true }, { origin });
    } else if (listen.length > 0)
      document.putDropin(
        "sshd.socket",
        { name: dropinName, contents: socketText(listen) },
        {
          comment: "The empty line takes port 22 away.",
          origin: [...at, "listen"],
        },
      );
  },
  read(document) {
    const [config] = document.named("storage.files", file);
    const [socket] = document.named("systemd.units", "sshd.socket");
    const [service] = document.named("systemd.units", "sshd.service");
    const always =
      valueAt(socket?.value, "mask") === true &&
      valueAt(service?.value, "enabled") === true;
    const dropin = itemsAt(socket?.value, "dropins").find(
      (one) => textAt(one, "name") === dropinName,
    );
    if (!config && !always && dropin === undefined) return undefined;
    const read = readConfig(
      textAt(config?.value, "contents", "inline") ?? "",
      always,
    );
    const listen = (textAt(dropin, "contents") ?? "")
      .split("\n")
      .flatMap((line) => /^ListenStream=(.+)$/.exec(line)?.[1] ?? []);
    return { ...read, always, listen: always ? read.listen : listen };
  },
};

function configText(value: SshdValue): string {
  const users = value.allowUsers.map(oneLine).filter(Boolean);
  const groups = value.allowGroups.map(oneLine).filter(Boolean);
  const listen = value.always ? value.listen.map(oneLine).filter(Boolean) : [];
  const lines = [
    ...listen.map((one) =>
      /^\d+$/.test(one) ? `Port ${one}` : `ListenAddress ${one}`,
    ),
    value.rootLogin && `PermitRootLogin ${value.rootLogin}`,
    // With PAM, a password can be asked for in two ways.
    value.typedLogin && `PasswordAuthentication ${value.typedLogin}`,
    value.typedLogin && `KbdInteractiveAuthentication ${value.typedLogin}`,
    users.length > 0 && `AllowUsers ${users.join(" ")}`,
    groups.length > 0 && `AllowGroups ${groups.join(" ")}`,
  ];
  return (
    lines
      .filter(Boolean)
      .map((line) => `${line}\n`)
      .join("") + wholeLines(value.more)
  );
}

function socketText(listen: readonly string[]): string {
  const hasAddress = listen.some((one) => !/^\d+$/.test(one));
  return [
    "[Socket]",
    "ListenStream=",
    ...listen.map((one) => `ListenStream=${one}`),
    // The address may not be there yet when the socket is opened.
    ...(hasAddress ? ["FreeBind=true"] : []),
    "",
  ].join("\n");
}

type Config = Omit<SshdValue, "always">;

/** The lines that fields stand for, as long as they stand first; the rest is more. */
function readConfig(text: string, always: boolean): Config {
  const config: { -readonly [Key in keyof Config]: Config[Key] } = {
    rootLogin: "",
    typedLogin: "",
    allowUsers: [],
    allowGroups: [],
    listen: [],
    more: "",
  };
  const lines = text.split("\n");
  let at = 0;
  for (; at < lines.length; at++) {
    const [word = "", ...values] = wordsIn(lines[at]!);
    const value = values.join(" ");
    if (always && (word === "Port" || word === "ListenAddress"))
      config.listen = [...config.listen, value];
    else if (word === "PermitRootLogin" && isRootLogin(value))
      config.rootLogin = value;
    else if (
      ["PasswordAuthentication", "KbdInteractiveAuthentication"].includes(
        word,
      ) &&
      (value === "yes" || value === "no")
    )
      config.typedLogin = value;
    else if (word === "AllowUsers") config.allowUsers = values;
    else if (word === "AllowGroups") config.allowGroups = values;
    else break;
  }
  return { ...config, more: lines.slice(at).join("\n") };
}

function isRootLogin(value: string): value is SshdValue["rootLogin"] {
  return ["no", "prohibit-password", "yes"].includes(value);
}
