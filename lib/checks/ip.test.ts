import { describe, expect, test } from "vitest";
import { holds, isInterfaceNetwork, parseAddress, parseNetwork } from "./ip";

describe("addresses", () => {
  test.each([
    ["10.0.0.1", 4],
    ["fd00::1", 6],
    ["::", 6],
    ["::ffff:10.0.0.1", 6],
    ["1:2:3:4:5:6:7:8", 6],
    ["10.0.0.256", undefined],
    ["10.0.0.01", undefined],
    ["1:2:3:4:5:6:7", undefined],
    ["1:2:3:4:5:6:7::8", undefined],
    ["1::2::3", undefined],
    [":1:2:3:4:5:6:7", undefined],
    ["fd00::1%eth0", undefined],
    ["", undefined],
  ])("%j is one of family %j", (text, family) => {
    expect(parseAddress(text)?.family).toBe(family);
  });

  test.each([
    ["10.0.0.1/24", true, "an address of a host"],
    ["10.0.0.0/24", false, "the network itself"],
    ["10.0.0.0/31", true, "two hosts without a network address"],
    ["10.0.0.1/32", true, "a host alone"],
    ["10.0.0.1/33", false, "longer than an address"],
    ["fd00::1/64", true, "the same with IPv6"],
    ["fd00::/64", false, "the network itself, with IPv6"],
    ["10.0.0.1", false, "no length"],
  ])("%j for a host is %j: %s", (text, is) => {
    expect(isInterfaceNetwork(text)).toBe(is);
  });

  test("a network holds its addresses, of its family", () => {
    const network = parseNetwork("10.0.0.7/24")!;
    expect(holds(network, parseAddress("10.0.0.254")!)).toBe(true);
    expect(holds(network, parseAddress("10.0.1.1")!)).toBe(false);
    expect(holds(network, parseAddress("::a00:1")!)).toBe(false);
    expect(holds(parseNetwork("0.0.0.0/0")!, parseAddress("9.9.9.9")!)).toBe(
      true,
    );
  });
});
