"use client";

import { ContainerdCard } from "./containers/containerd-card";
import { DaemonCard } from "./containers/daemon-card";
import { DockerCard } from "./containers/docker-card";
import { LoginCard } from "./containers/login-card";
import { QuadletList } from "./containers/quadlet-list";
import { SectionPage } from "./section-page";
import { useSection } from "./use-section";

export function ContainersForm() {
  const [value, change] = useSection("containers");
  const part = <Key extends keyof typeof value>(key: Key) => ({
    value: value[key],
    onChange: (next: (typeof value)[Key]) => change({ [key]: next }),
  });
  return (
    <SectionPage
      title="Container engines"
      intro="How Docker, containerd and Podman run. Which of them the node has, and in which version, is chosen under Extensions."
      paths={[["containers"]]}
    >
      <DockerCard value={value} onChange={change} />
      <DaemonCard {...part("daemon")} />
      <LoginCard {...part("registries")} />
      <ContainerdCard {...part("containerd")} />
      <QuadletList {...part("quadlets")} />
    </SectionPage>
  );
}
