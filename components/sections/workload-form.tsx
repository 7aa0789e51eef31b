"use client";

import { Button } from "@/components/ui/button";
import { Message } from "@/components/ui/message";
import { extensionById } from "@/lib/butane";
import { useComposer } from "@/lib/state/provider";
import { showSection } from "@/lib/state/view-store";
import { Notes } from "./notes";
import { ParamField } from "./param-field";
import { Card, SectionPage } from "./section-page";
import styles from "./section.module.css";
import { visibleParams } from "./params";

/** Parameters of a chosen extension; the form is drawn from the extension's data. */
export function WorkloadForm({ id }: { id: string }) {
  const chosen = useComposer((state) => state.preset.extensions.chosen);
  const index = chosen.findIndex((one) => one.id === id && !one.own);
  const one = chosen[index];
  const extension = extensionById(id);
  if (!one || !extension) {
    return (
      <SectionPage
        title={extension?.title ?? id}
        intro="This extension is not on the node any more."
      >
        <div>
          <Button onClick={() => showSection("extensions")}>
            Choose extensions
          </Button>
        </div>
      </SectionPage>
    );
  }
  const fixed = one.written?.settings === false;
  const at = ["extensions", "chosen", index, "params"] as const;
  return (
    <SectionPage title={extension.title} intro={extension.summary} paths={[at]}>
      {fixed ? (
        <Message
          kind="info"
          shape="box"
          sentence={`The text sets ${extension.title} up in a way of its own, so its settings are changed there.`}
        />
      ) : (
        <Card>
          {visibleParams(extension, one.params).map(([key, spec]) => (
            <ParamField
              key={key}
              name={key}
              spec={spec}
              index={index}
              chosen={one}
            />
          ))}
        </Card>
      )}
      <Notes label="Good to know" notes={extension.notes} />
      <p className={styles.check}>
        Version {one.version || "of the OS"}.{" "}
        <Button variant="link" onClick={() => showSection("extensions")}>
          Version and updates
        </Button>
      </p>
    </SectionPage>
  );
}
