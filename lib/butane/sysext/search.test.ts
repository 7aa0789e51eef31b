import { expect, test } from "vitest";
import { extensions } from "./extensions";
import { searchExtensions } from "./search";

const ids = (...args: Parameters<typeof searchExtensions>) =>
  searchExtensions(...args).map(({ id }) => id);

test.each([
  ["kubernetes", "kubernetes", "its own name"],
  ["K3S", "k3s", "whatever the case"],
  ["docker", "docker", "the id before all that begin with it"],
  ["kubectl", "kubernetes", "a tool that it ships"],
  ["/usr/local/bin/rke2", "rke2", "a path that it ships"],
  ["docker buildx", "docker-buildx", "two words"],
  ["vpn", "tailscale", "another word for it"],
  ["ntp", "chrony", "what it is good for"],
  ["nvidia gpu", "nvidia", "name and category"],
  ["gpu", "nvidia", "the category"],
  ["cri-o", "crio", "how the project writes it"],
  ["nats-server", "wasmcloud", "something only it has"],
  ["load bal", "haproxy", "the beginning of words"],
])("%j finds %s first: %s", (query, id) => {
  expect(ids(query)[0]).toBe(id);
});

test("every word has to match", () => {
  expect(ids("docker zfs-nonsense")).toEqual([]);
  expect(ids("xyzzy")).toEqual([]);
});

test("an empty search finds everything in the order of the list", () => {
  expect(ids("  ")).toEqual(extensions.map(({ id }) => id));
});

test("category and kind leave the rest out", () => {
  for (const found of searchExtensions("", { category: "wasm" })) {
    expect(found.category).toBe("wasm");
  }
  expect(ids("docker", { kind: "builtin" })).toEqual(["builtin:docker"]);
  expect(ids("", { kind: "flatcar", category: "gpu" })).toEqual(["nvidia"]);
});

test("every extension is found by its id and by each thing it ships", () => {
  for (const { id, title, ships } of extensions) {
    expect(ids(id)[0]).toBe(id);
    expect(ids(title)).toContain(id);
    for (const each of ships) expect(ids(each)).toContain(id);
  }
});

test("a search takes far less than a frame", () => {
  const queries = [
    "k",
    "ku",
    "kub",
    "docker com",
    "e",
    "zzz",
    "load balancing",
  ];
  for (const query of queries) searchExtensions(query);
  const start = performance.now();
  for (let round = 0; round < 20; round++) {
    for (const query of queries) searchExtensions(query);
  }
  const each = (performance.now() - start) / (20 * queries.length);
  expect(each).toBeLessThan(16);
});

test.each(["htop", "tmux"])(
  "%s, once planned and never built, leads to what says so",
  (query) => {
    expect(searchExtensions(query)[0]?.id).toBe("btop");
  },
);
