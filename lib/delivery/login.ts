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
