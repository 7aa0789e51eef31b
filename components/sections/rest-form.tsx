"use client";

import { TextArea } from "@/components/ui/inputs";
import { PathField } from "./path-field";
import { SectionPage } from "./section-page";
import { useSection } from "./use-section";

export function RestForm() {
  const [rest, change] = useSection("rest");
  return (
    <SectionPage
      title="More Butane"
      intro="Anything no section has: files, units, networks, disks. It is merged into the document as typed; variant and version come from Target."
      paths={[["rest"]]}
    >
      <PathField path={["rest", "text"]} label="Butane">
        <TextArea
          mono
          rows={16}
          placeholder={
            "storage:\n  files:\n    - path: /etc/motd\n      contents:\n        inline: Lit by Kindling."
          }
          value={rest.text}
          onChange={(text) => change({ text })}
        />
      </PathField>
    </SectionPage>
  );
}
