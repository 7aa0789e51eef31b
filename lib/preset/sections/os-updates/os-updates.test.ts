import { expect, test } from "vitest";
import { compose } from "../../compose";
import type { OsUpdatesValue } from "../../preset";
import { read } from "../../read/read";
import { secretsIn, withoutSecrets } from "../../secrets";
import { toStored } from "../../stored";
import { presetOf as storedPreset } from "../testing";

const osUpdates = {
  group: "stable",
  server: "https://nebraska.example/v1/update/",
  strategy: "etcd-lock",
  windowStart: "Thu 04:00",
  windowLength: "1h30m",
  lockEndpoints: "https://10.0.0.1:2379,https://10.0.0.2:2379",
  lockGroup: "workers",
  lockCa: "/etc/ssl/etcd/ca.pem",
  lockCert: "/etc/ssl/etcd/client.pem",
  lockKey: "/etc/ssl/etcd/key.pem",
  lockUser: "me",
  lockPassword: 'a "b" $c \\d `e`',
  machineAlias: "node one",
  downloadUser: "me",
  downloadPassword: "hunter2 and more",
  pcrPolicyServer: "https://policies.example",
} satisfies Required<OsUpdatesValue>;

const presetOf = () => storedPreset({ osUpdates });

test("every setting of update.conf is written and read back, blanks and quotes included", () => {
  const { text } = compose(presetOf());
  expect(text).toContain("SERVER=https://nebraska.example/v1/update/\n");
  expect(text).toContain('LOCKSMITHD_REBOOT_WINDOW_START="Thu 04:00"\n');
  expect(text).toContain("LOCKSMITHD_REBOOT_WINDOW_LENGTH=1h30m\n");
  expect(text).toContain('MACHINE_ALIAS="node one"\n');
  const reading = read(text);
  if (!reading.ok) throw new Error("not readable");
  expect(toStored(reading.value.preset, { secrets: "keep" })).toEqual({
    kindling: 1,
    osUpdates,
  });
});

test("passwords are for root alone, and in nothing that is shared", () => {
  const preset = presetOf();
  expect(compose(preset).text).toContain("mode: 0600");
  expect(secretsIn(preset)).toEqual([
    ["osUpdates", "lockPassword"],
    ["osUpdates", "downloadPassword"],
  ]);
  const shared = withoutSecrets(preset);
  expect(compose(shared).text).toContain("mode: 0644");
  expect(compose(shared).text).not.toMatch(/PASSWORD/);
  const reading = read(`# mine\n${compose(preset).text}`);
  if (!reading.ok) throw new Error("not readable");
  const whole = withoutSecrets(reading.value.preset).rest.text;
  expect(whole).toContain("MACHINE_ALIAS");
  expect(whole).not.toContain("hunter2");
});
