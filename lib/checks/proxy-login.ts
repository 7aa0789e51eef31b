import type { Path } from "@/lib/butane";
import {
  addressFor,
  withLogin,
  type ProxyLogin,
} from "@/lib/preset/sections/proxy-login";
import type { Finding } from "./check";

interface Reach extends ProxyLogin {
  readonly http: string;
  readonly https: string;
}

/** The login of a proxy: a password that links would carry, and one that is not written. */
export function proxyLogin(proxy: Reach, at: Path): Finding[] {
  const { http, https, user, password } = proxy;
  const apart = withLogin(http, https);
  const shown = (["http", "https"] as const).filter((key) =>
    /^(?:\w+:\/\/)?[^/?#]*:[^/?#]*@/.test(proxy[key]),
  );
  const unused = (["http", "https"] as const).filter((key) => {
    const address = proxy[key].trim();
    return address !== "" && addressFor(address, proxy) === address;
  });
  return [
    ...shown.map(
      (key): Finding => ({
        kind: "warning",
        code: "proxy-with-password",
        sentence:
          "There is a password in this address: links and stored presets carry it, and so does the user data.",
        field: [...at, key],
        ...(apart.password === ""
          ? {}
          : {
              fix: {
                label: "Keep it as a secret",
                edits: [{ path: at, value: { ...proxy, ...apart } }],
              },
            }),
      }),
    ),
    ...(password !== "" && user === ""
      ? [
          {
            kind: "warning" as const,
            code: "proxy-user",
            sentence: "A password alone is not written: add the user.",
            field: [...at, "user"],
          },
        ]
      : []),
    ...(user === "" ? [] : unused).map(
      (key): Finding => ({
        kind: "warning",
        code: "proxy-login-unused",
        sentence: proxy[key].includes("@")
          ? "This address names somebody itself, so the user of the proxy is not written into it."
          : "The user of the proxy is not written into this address: that takes one that begins with http:// or https://.",
        field: [...at, key],
      }),
    ),
    ...(user !== "" && http === "" && https === ""
      ? [
          {
            kind: "warning" as const,
            code: "proxy-unset",
            sentence: "Without an address there is no proxy.",
            field: [...at, "http"],
          },
        ]
      : []),
  ];
}
