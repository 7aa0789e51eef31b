"use client";

import { AuthorityList } from "./network/authority-list";
import { DnsCard } from "./network/dns-card";
import { FirewallCard } from "./network/firewall-card";
import { HostsCard } from "./network/hosts-card";
import { LinkList } from "./network/link-list";
import { ProxyCard } from "./network/proxy-card";
import { SshdCard } from "./network/sshd-card";
import { TimeCard } from "./network/time-card";
import { TunnelList } from "./network/tunnel-list";
import { WaitCard } from "./network/wait-card";
import { SectionPage } from "./section-page";
import { useSection } from "./use-section";

export function NetworkForm() {
  const [network, change] = useSection("network");
  const part = <Key extends keyof typeof network>(key: Key) => ({
    value: network[key],
    onChange: (value: (typeof network)[Key]) => change({ [key]: value }),
  });
  return (
    <SectionPage
      title="Network"
      intro="Every interface asks DHCP unless a file for networkd says more. It counts from the real system on: what Ignition itself downloads comes before it, over DHCP or the kernel's ip= argument."
      paths={[["network"]]}
    >
      <LinkList {...part("links")} />
      <WaitCard {...part("wait")} />
      <DnsCard {...part("dns")} />
      <HostsCard {...part("hosts")} />
      <TimeCard {...part("time")} />
      <ProxyCard {...part("proxy")} />
      <AuthorityList {...part("authorities")} />
      <FirewallCard {...part("firewall")} />
      <SshdCard {...part("sshd")} />
      <TunnelList {...part("tunnels")} />
    </SectionPage>
  );
}
