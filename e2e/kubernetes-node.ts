import { expect } from "@playwright/test";
import { fileAt, textOf, unitNamed, type Ignition } from "./ignition";

export const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBx3t0Zl7xPCCbEhsdJ2bP8wS6h6Kq0mJt1b0kDp2uYJ operator@example";
export const hostname = "worker-1";

/** Everything that Kubernetes v1.32.2 for arm64 with patch updates and kured needs on the node. */
export function expectKubernetesNode(text: string) {
  const config = JSON.parse(text) as Ignition;
  expect(config.ignition.version).toBe("3.3.0");

  const image = "/opt/extensions/kubernetes/kubernetes-v1.32.2-arm64.raw";
  expect(fileAt(config, image)).toEqual([
    expect.objectContaining({
      contents: expect.objectContaining({
        source:
          "https://extensions.flatcar.org/extensions/kubernetes-v1.32.2-arm64.raw",
      }),
    }),
  ]);
  expect(config.storage?.links).toContainEqual({
    path: "/etc/extensions/kubernetes.raw",
    target: image,
  });

  const [transfer] = fileAt(
    config,
    "/etc/sysupdate.kubernetes.d/kubernetes-v1.32.conf",
  );
  const rule = textOf(transfer?.contents ?? {});
  expect(rule).toContain(
    "Path=https://extensions.flatcar.org/extensions/kubernetes/",
  );
  expect(rule).toContain("MatchPattern=kubernetes-v1.32.@v-%a.raw");
  expect(rule).toContain("Path=/opt/extensions/kubernetes\n");
  expect(rule).toContain("CurrentSymlink=/etc/extensions/kubernetes.raw");

  const noops = (config.storage?.files ?? []).filter(({ path }) =>
    path.endsWith("/noop.conf"),
  );
  expect(noops.map(({ path }) => path)).toEqual(["/etc/sysupdate.d/noop.conf"]);

  expect(unitNamed(config, "systemd-sysupdate.timer")?.enabled).toBe(true);
  const [dropin] =
    unitNamed(config, "systemd-sysupdate.service")?.dropins ?? [];
  expect(dropin?.name).toBe("kubernetes.conf");
  expect(dropin?.contents).toContain("systemd-sysupdate -C kubernetes update");
  expect(dropin?.contents).toContain("touch /run/reboot-required");
  expect(unitNamed(config, "locksmithd.service")).toEqual({
    name: "locksmithd.service",
    mask: true,
  });

  expect(config.passwd?.users).toContainEqual({
    name: "core",
    sshAuthorizedKeys: [key],
  });
  expect(
    textOf(fileAt(config, "/etc/hostname")[0]?.contents ?? {}).trim(),
  ).toBe(hostname);
}
