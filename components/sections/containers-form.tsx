"use client";

import { SectionPage } from "./section-page";

export function ContainersForm() {
  return (
    <SectionPage title="Container engines" intro="" paths={[["containers"]]}>
      {null}
    </SectionPage>
  );
}
