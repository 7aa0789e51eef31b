import { describe, expect, test } from "vitest";
import { both, chosen, only } from "../testing";

describe("HAProxy and its Data Plane API", () => {
  const path = "/etc/haproxy/haproxy.cfg";
  const api = chosen({
    id: "dataplaneapi",
    params: { password: "$6$salt$hash" },
  });

  test("the image's configuration stays until something has to be in it", () => {
    expect(only("haproxy").file(path)).toBeUndefined();
    expect(
      both(chosen({ id: "haproxy" }), chosen({ id: "dataplaneapi" })).file(
        path,
      ),
    ).toBeUndefined();
  });

  test("the user stands in one complete file", () => {
    const text = both(api, chosen({ id: "haproxy" })).text(path);
    expect(text).toMatch(/^global\n/);
    expect(text).toMatch(
      /\nuserlist dataplaneapi\n {4}user admin password \$6\$salt\$hash\n$/,
    );
  });

  test("a configuration of one's own keeps its own users", () => {
    const cfg = (haproxyCfg: string) =>
      both(api, chosen({ id: "haproxy", params: { haproxyCfg } })).text(path);
    expect(cfg("global\n")).toBe(
      "global\n\nuserlist dataplaneapi\n    user admin password $6$salt$hash\n",
    );
    const own = "global\nuserlist dataplaneapi\n    user me password x\n";
    expect(cfg(own)).toBe(own);
  });

  test("the master socket survives extra options", () => {
    const text = (extraOpts: string) =>
      only("haproxy", { extraOpts }).text("/etc/default/haproxy");
    expect(text("-q")).toBe(
      'EXTRAOPTS="-S /run/haproxy/haproxy-master.sock -q"\n',
    );
    expect(text("-S /run/x")).toBe('EXTRAOPTS="-S /run/x"\n');
  });

  test.each([
    ["127.0.0.1:5555", undefined],
    ["", undefined],
    ["127.0.0.1", undefined],
    ["two words", undefined],
    ["10.0.0.5", '  host: "10.0.0.5"\n  port: 5555\n'],
    ["lb.example.com", '  host: "lb.example.com"\n  port: 5555\n'],
    ["0.0.0.0", '  host: "0.0.0.0"\n  port: 5555\n'],
    [":5556", '  host: "0.0.0.0"\n  port: 5556\n'],
    ["::", '  host: "::"\n  port: 5555\n'],
    ["::1", '  host: "::1"\n  port: 5555\n'],
    ["[fd00::5]", '  host: "fd00::5"\n  port: 5555\n'],
    ["10.0.0.5:5556", '  host: "10.0.0.5"\n  port: 5556\n'],
    ["[::1]:5555", '  host: "::1"\n  port: 5555\n'],
  ])("listening on %s", (listen, lines) => {
    const file = only("dataplaneapi", { listen }).file(
      "/etc/dataplaneapi/dataplaneapi.yml",
    );
    if (lines === undefined) expect(file).toBeUndefined();
    else {
      expect(file?.mode).toBe(0o600);
      expect(file?.contents?.inline).toContain(lines);
    }
  });
});
