"use client";

import { SectionPage } from "./section-page";

export function UnitsForm() {
  return (
    <SectionPage title="Units" intro="" paths={[["units"]]}>
      {null}
    </SectionPage>
  );
}
