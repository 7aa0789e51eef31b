"use client";

import { SectionPage } from "./section-page";

export function NetworkForm() {
  return (
    <SectionPage title="Network" intro="" paths={[["network"]]}>
      {null}
    </SectionPage>
  );
}
