import { defineSection } from "../../section";
import { count, firstFew, quote } from "../../words";
import { ofParts, type Parts } from "../parts";
import { containerd } from "./containerd";
import { daemon } from "./daemon";
import { disk, limits, start } from "./docker";
import { quadlets } from "./quadlets";
import { registries } from "./registries";
import { initial, schema } from "./schema";
import type { ContainersValue } from "./value";

const parts: Parts<ContainersValue> = {
  start,
  daemon,
  disk,
  limits,
  registries,
  containerd,
  quadlets,
};

export const containers = defineSection({
  id: "containers",
  title: "Container engines",
  group: "workload",
  schema,
  initial,
  ...ofParts("containers", parts, initial),
  describe,
});

function describe(value: ContainersValue): string[] {
  const { daemon, registries, quadlets } = value;
  const { api } = daemon;
  const others = { ...daemon, api: initial.daemon.api };
  return [
    JSON.stringify(others) !== JSON.stringify(initial.daemon) &&
      "changes how Docker runs",
    api === "plain" &&
      "opens Docker's API on a port, for everyone who reaches it",
    api === "tls" &&
      "opens Docker's API on a port, for holders of a certificate",
    registries.logins.length > 0 &&
      `has ${count(registries.logins.length, "login")} for images: ${firstFew(registries.logins.map(({ server }) => quote(server)))}`,
    value.containerd !== "" && "replaces containerd's configuration",
    quadlets.length > 0 &&
      `runs ${count(quadlets.length, "Podman unit")}: ${firstFew(quadlets.map(({ name }) => quote(name)))}`,
  ].filter((line) => line !== false);
}
