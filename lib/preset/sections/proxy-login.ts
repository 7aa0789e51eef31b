/** Whom a proxy lets through. */
export interface ProxyLogin {
  readonly user: string;
  /** A secret. */
  readonly password: string;
}

interface Reach extends ProxyLogin {
  readonly http: string;
  readonly https: string;
}

const shape = /^(https?:\/\/)(?:([^@/]*)@)?([^@]*)$/;

/** An address of a proxy with who it lets through; as it is where it says so itself, or is no address. */
export function addressFor(
  address: string,
  { user, password }: ProxyLogin,
): string {
  const [, scheme, login, rest] = shape.exec(address) ?? [];
  if (scheme === undefined || login !== undefined || user === "")
    return address;
  return `${scheme}${loginText({ user, password })}@${rest}`;
}

/** What two addresses have in common, out of them; the other way round of `addressFor`. */
export function withLogin(http: string, https: string): Reach {
  const given = [http, https].filter((one) => one !== "").map(parted);
  const [first] = given;
  const login = first?.login;
  // One that is written in another way than ours stays where it is, so that no byte of it changes.
  if (!login || !given.every((one) => one.text === first.text))
    return { http, https, user: "", password: "" };
  return { http: parted(http).rest, https: parted(https).rest, ...login };
}

function parted(address: string): {
  readonly rest: string;
  readonly text?: string;
  readonly login?: ProxyLogin;
} {
  const [, scheme, text, rest] = shape.exec(address) ?? [];
  if (scheme === undefined || text === undefined) return { rest: address };
  const login = loginIn(text);
  return login?.user && loginText(login) === text
    ? { rest: `${scheme}${rest}`, text, login }
    : { rest: address };
}

function loginText({ user, password }: ProxyLogin): string {
  const name = encoded(user);
  return password === "" ? name : `${name}:${encoded(password)}`;
}

function loginIn(text: string): ProxyLogin | undefined {
  const at = text.indexOf(":");
  try {
    return {
      user: decodeURIComponent(at < 0 ? text : text.slice(0, at)),
      password: at < 0 ? "" : decodeURIComponent(text.slice(at + 1)),
    };
  } catch {
    // A percent sign that begins no byte.
    return undefined;
  }
}

/** Half a character, which no address can hold, is written as a sign for what is unknown. */
function encoded(word: string): string {
  return encodeURIComponent(word.replace(/\p{Cs}/gu, "\ufffd"));
}
