/** What stands before the host of an address. Ignition, which is written in Go, takes all before the last `@` for it. */
const login = /^(\s*[a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i;

/** Whether an address has a login in it: `https://user:password@host/`. */
export function hasLogin(address: string): boolean {
  return login.test(address);
}

/** An address as it is shown and printed. The user goes as well, since a token may stand in its place. */
export function withoutLogin(address: string): string {
  return address.replace(login, "$1");
}

// Within a text an address ends at a white space or a quote. That of a proxy needs no scheme. Where a match may begin, the one before
// it has ended, so that the time grows with the text alone.
const inText =
  /(:\/\/|(?<![^\s"])(?:[\w-]*=)?'?[\w-]*proxy\\?["']?\s*[=:]\s*\\?["']?)((?:(?!\\n)[^\s/?#"])+)@/gi;

/** Whether an address somewhere in a text has a login in it. */
export function hasLoginWithin(text: string): boolean {
  return text.search(inText) >= 0;
}

/** A text with the login of every address in it replaced by what is told of it. */
export function replaceLogins(
  text: string,
  told: (login: string) => string,
): string {
  return text.replace(
    inText,
    (_, before: string, login: string) => `${before}${told(login)}@`,
  );
}
