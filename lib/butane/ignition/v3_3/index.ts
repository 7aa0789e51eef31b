import { disk } from "../rules/disk";
import { filesystem } from "../rules/filesystem";
import { ignition, ignitionConfig, proxy, tls } from "../rules/ignition";
import { clevisCustom, luks, tang } from "../rules/luks";
import { directory, file, node, owner } from "../rules/node";
import { partition } from "../rules/partition";
import { device, raid } from "../rules/raid";
import { httpHeader, resource, verification } from "../rules/resource";
import type { Rules } from "../rules/rule";
import { storage } from "../rules/storage";
import { config, dropin, systemd, unit } from "../rules/systemd";
import { defineSpec } from "../spec";
import { structs } from "./structs";

export const schemes = ["http", "https", "tftp", "gs", "s3", "data"];

export const rules: Rules = {
  ClevisCustom: clevisCustom,
  Config: config,
  Device: device,
  Directory: directory,
  Disk: disk,
  Dropin: dropin,
  File: file,
  Filesystem: filesystem,
  HttpHeader: httpHeader,
  Ignition: ignition,
  IgnitionConfig: ignitionConfig,
  Link: node,
  Luks: luks,
  NodeGroup: owner,
  NodeUser: owner,
  Partition: partition,
  Proxy: proxy,
  Raid: raid,
  Resource: resource,
  Storage: storage,
  Systemd: systemd,
  Tang: tang,
  Tls: tls,
  Unit: unit,
  Verification: verification,
};

/** Ignition 3.3.0. */
export const v3_3 = defineSpec({ version: "3.3.0", schemes, structs, rules });
