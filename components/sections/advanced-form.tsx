"use client";

import { SectionPage } from "./section-page";

export function AdvancedForm() {
  return (
    <SectionPage title="Advanced" intro="" paths={[["advanced"]]}>
      {null}
    </SectionPage>
  );
}
