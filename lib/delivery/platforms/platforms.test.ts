import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Platform } from "../platform";
import { hasModernBash } from "../testing/shell";
import { userDataFor } from "../user-data";
import { platformById, platforms } from ".";

const node = {
  name: "node-1",
  architecture: "x86-64",
  channel: "stable",
} as const;

test("ids are unique and found again", () => {
  expect(new Set(platforms.map(({ id }) => id)).size).toBe(platforms.length);
  for (const platform of platforms) {
    expect(platformById(platform.id)).toBe(platform);
  }
  expect(platformById("__proto__")).toBeUndefined();
});

// Facts of the platforms, so that nobody changes a number in passing.
test.each([
  ["aws", 16_384, "raw", "verified"],
  ["azure", 65_535, "raw", "verified"],
  ["gcp", 262_144, "raw", "verified"],
  ["openstack", 65_535, "base64", "verified"],
  ["hetzner", 32_768, "raw", "verified"],
  ["digitalocean", 65_536, "raw", "verified"],
  ["vmware", 65_536, "base64", "verified"],
  ["aliyun", 32_768, "raw", "verified"],
  ["kubevirt", 2_048, "raw", "verified"],
  ["virtualbox", 1_024, "raw", "documented"],
  ["vagrant", 1_024, "raw", "documented"],
  ["akamai", 65_535, "raw", "unverified"],
  ["oraclecloud", 32_000, "base64", "unverified"],
  ["brightbox", 16_384, "raw", "unverified"],
  ["exoscale", 32_768, "raw", "unverified"],
  ["ibmcloud", 65_536, "raw", "unverified"],
  ["cloudstack", 32_768, "base64", "unverified"],
])("%s takes %i bytes, counted %s (%s)", (id, bytes, counts, certainty) => {
  expect(platformById(id)?.limit).toMatchObject({ bytes, counts, certainty });
});

describe.each(platforms.map((platform) => [platform.id, platform] as const))(
  "%s",
  (_id, platform) => {
    test("has a limit or says why there is none", () => {
      expect(Boolean(platform.limit)).toBe(!platform.noLimit);
    });

    test("says how to hand the config over", () => {
      expect(platform.snippets.length).toBeGreaterThan(0);
      expect(platform.docs).toMatch(/^https:\/\//);
      const titles = platform.snippets.map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
      if (platform.limit) expect(platform.remedies).not.toEqual([]);
    });

    test.skipIf(!hasModernBash)(
      "its commands keep a hostile node name in one word",
      () => {
        const [tame, ...hostile] = wordsRun(platform, [
          "tame",
          ...hostileNames,
        ]);
        for (const words of hostile) expect(words).toEqual(tame);
      },
    );
  },
);

const hostileNames = [
  "$(reboot)`reboot`",
  "a'b\"c; reboot #",
  "--privileged",
  "\u001b[201~\nreboot\n",
  "../../etc/passwd *",
  "n${HOME}%{if}\\",
];

/**
 * Runs the platform's commands, once for each name, in a shell where nothing can be found, and answers every word that
 * any command was given. What became of the name is replaced by a dot, as a word and as the part of a path.
 */
function wordsRun(platform: Platform, names: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "kindling-snippet-"));
  writeFileSync(join(folder, "config.ign"), "{}");
  const runs = names.map((name) => {
    const { snippets } = userDataFor(platform, "{}", { ...node, name });
    const commands = snippets.filter(({ language }) => language === "sh");
    return `(:\n${commands.map(({ text }) => text).join("\n")}\n) 2>/dev/null >/dev/null
      printf '\\1' >&3`;
  });
  const script = `
    command_not_found_handle() { printf '%s\\0' "$@" >&3; }
    PATH=/nonexistent
    exec 3>&1
    ${runs.join("\n")}`;
  const ran = execFileSync("bash", ["--norc", "-c", script], {
    cwd: folder,
    env: { NODE_ENV: "test" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  rmSync(folder, { recursive: true });
  return ran
    .split("\u0001")
    .slice(0, -1)
    .map((words, index) => {
      const [word, path] = expansions(names[index]!);
      return words
        .split("\0")
        .map((one) => one.replaceAll(word, "•").replaceAll(path, "•"))
        .map((one) => one.replaceAll(path.toLowerCase(), "•"))
        .sort(); // the commands of a pipe run side by side
    });
}

/** What a name is on the command line once the shell has read it, and inside of a path. */
function expansions(name: string): [word: string, path: string] {
  // eslint-disable-next-line no-control-regex -- the point is that these do not reach a terminal
  const word = name.replace(/^-+/, "").replace(/[\u0000-\u001f]/g, "");
  const path = name
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return [word.trim(), path];
}
