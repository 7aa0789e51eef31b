"use client";

import { SectionPage } from "./section-page";

export function LayersForm() {
  return (
    <SectionPage title="Own layers" intro="" paths={[["layers"]]}>
      {null}
    </SectionPage>
  );
}
