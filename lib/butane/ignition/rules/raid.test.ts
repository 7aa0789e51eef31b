import type { IgnitionStruct } from "..";
import { at, storage, testRules } from "./testing";

const raid = (value: IgnitionStruct<"Raid">) =>
  storage({ raid: [{ name: "x", devices: ["/dev/sda"], ...value }] });

testRules([
  [raid({ level: "raid1" }), [], "a mirror"],
  [raid({}), at("storage.raid.0.level", "raid-level-missing"), "no level"],
  [raid({ level: "linear", spares: 0 }), [], "no spares, said aloud"],
  [
    raid({ level: "raid7" }),
    at("storage.raid.0.level", "raid-level-unknown"),
    "an unknown level",
  ],
  [
    raid({ level: "linear", spares: 1 }),
    at("storage.raid.0.level", "raid-spares-unsupported"),
    "spares that can replace nothing",
  ],
  [
    raid({ level: "1", devices: [] }),
    at("storage.raid.0.devices", "raid-devices-missing"),
    "no devices",
  ],
  [
    raid({ level: "1", devices: ["sda"] }),
    at("storage.raid.0.devices.0", "path-relative"),
    "a relative device",
  ],
]);
