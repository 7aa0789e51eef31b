"use client";

import { SectionPage } from "./section-page";

export function KernelForm() {
  return (
    <SectionPage title="Kernel and boot" intro="" paths={[["kernel"]]}>
      {null}
    </SectionPage>
  );
}
