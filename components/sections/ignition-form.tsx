"use client";

import { SectionPage } from "./section-page";

export function IgnitionForm() {
  return (
    <SectionPage title="Ignition" intro="" paths={[["ignition"]]}>
      {null}
    </SectionPage>
  );
}
