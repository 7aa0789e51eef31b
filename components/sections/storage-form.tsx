"use client";

import { SectionPage } from "./section-page";

export function StorageForm() {
  return (
    <SectionPage title="Storage" intro="" paths={[["storage"]]}>
      {null}
    </SectionPage>
  );
}
