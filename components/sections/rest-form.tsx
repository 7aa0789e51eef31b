"use client";

import { useMemo } from "react";
import { TextArea } from "@/components/ui/inputs";
import { late, NotLoaded, useLate } from "@/components/ui/late";
import { useComposer } from "@/lib/state/provider";
import { showLine } from "@/lib/state/view-store";
import { PathField } from "./path-field";
import { SectionPage } from "./section-page";
import styles from "./section.module.css";
import { useSection } from "./use-section";

/** What no section has: a text of its own, or the rest of a text that is the whole document. */
export function RestForm() {
  const whole = useComposer((state) => state.preset.rest.whole);
  return whole ? <OtherParts /> : <TypedButane />;
}

function TypedButane() {
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

function OtherParts() {
  const outcome = useComposer((state) => state.outcome);
  const { part, again } = useLate(reader);
  const parts = useMemo(
    () => outcome && part?.otherParts(outcome.butane, outcome.origins),
    [part, outcome],
  );
  return (
    <SectionPage
      title="More Butane"
      intro="What the text has beyond the forms. It is edited in the text itself, and every form leaves it as it is."
      paths={[["rest"]]}
    >
      {again ? (
        <NotLoaded {...again} />
      ) : parts?.length === 0 ? (
        <p className={styles.check}>The forms know all of this text.</p>
      ) : (
        <ul className={styles.parts} aria-label="Parts without a form">
          {parts?.map(({ what, name, path, line }) => (
            <li key={path.join("/")}>
              <button type="button" onClick={() => showLine(line)}>
                <span>{what}</span>
                <code>{name}</code>
                <small>line {line}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </SectionPage>
  );
}

/** The parser comes with the stages, so it is loaded with them and not with the first screen. */
const reader = late(() => import("@/lib/state/other-parts"));
