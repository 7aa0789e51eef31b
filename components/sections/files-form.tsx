"use client";

import { SectionPage } from "./section-page";

export function FilesForm() {
  return (
    <SectionPage title="Files" intro="" paths={[["files"]]}>
      {null}
    </SectionPage>
  );
}
