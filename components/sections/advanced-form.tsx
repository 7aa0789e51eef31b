"use client";

import { Switch } from "@/components/ui/switch";
import { BakeCard } from "./advanced/bake-card";
import { CertificateList } from "./advanced/certificate-list";
import { MergeFields } from "./advanced/merge-fields";
import { WriteRoutes } from "./advanced/write-routes";
import { PathMessages } from "./path-field";
import { Card, SectionPage } from "./section-page";
import { useSection } from "./use-section";

export function AdvancedForm() {
  const [advanced, change] = useSection("advanced");
  return (
    <SectionPage
      title="Advanced"
      intro="How images are merged into the system, for whoever builds images of their own. Every other node does well without."
      paths={[["advanced"]]}
    >
      <MergeFields
        kind="sysext"
        title="Extensions (sysext)"
        trees="/usr and /opt"
        options={advanced.sysext}
        onChange={(sysext) => change({ sysext })}
      />
      <MergeFields
        kind="confext"
        title="Configuration extensions (confext)"
        trees="/etc"
        options={advanced.confext}
        onChange={(confext) => change({ confext })}
      />
      <WriteRoutes
        writes={advanced.writes}
        onChange={(writes) => change({ writes })}
      />
      <CertificateList
        certificates={advanced.certificates}
        onChange={(certificates) => change({ certificates })}
      />
      <Card title="Defaults in /etc">
        <PathMessages path={["advanced", "keepEtcCopies"]} />
        <Switch
          label="Keep copies that equal the image's defaults"
          help="Without it, Flatcar drops an unchanged copy when it boots, so that a new default shows through (/etc/.no-dup-update)."
          checked={advanced.keepEtcCopies}
          onChange={(keepEtcCopies) => change({ keepEtcCopies })}
        />
      </Card>
      <BakeCard />
    </SectionPage>
  );
}
