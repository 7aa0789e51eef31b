"use client";

import { FieldRow } from "@/components/ui/field";
import { SecretInput, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { noContents } from "@/lib/preset/sections/files/contents";
import type { FileContents } from "@/lib/preset/sections/files/value";
import { setAt } from "@/lib/set-at";
import { ContentsFields } from "./files/contents-fields";
import { PathField, PathMessages } from "./path-field";
import { Card, SectionPage } from "./section-page";
import styles from "./section.module.css";
import { useSection } from "./use-section";
import { WordsInput } from "./words-input";

const newConfig: FileContents = { ...noContents, kind: "fetch" };

export function IgnitionForm() {
  const [value, change] = useSection("ignition");
  const { timeouts, proxy, replace } = value;
  return (
    <SectionPage
      title="Ignition"
      intro="How Ignition itself fetches on the first boot, and other Ignition configs that join this one. Nothing here holds on the running node."
      paths={[["ignition"]]}
    >
      <ResourceList
        field="merge"
        title="Configs to merge"
        items={value.merge}
        onChange={(merge) => change({ merge })}
        fresh={newConfig}
        addLabel="Add config"
        one="Config"
        empty="None: this config is all there is. A merged one adds to it, and says the last word where both speak."
      />
      <Card title="Config in place of this one">
        <PathMessages path={["ignition", "replace"]} />
        <p className={styles.check}>
          With one, everything else of this node is dropped: for user data that
          is only a pointer. A hash makes sure it is the right one.
        </p>
        <ContentsFields
          at={["ignition", "replace"]}
          label="Replacing config"
          hiddenLabel
          of="the replacing config"
          contents={replace}
          onChange={(next) => change({ replace: next })}
        />
      </Card>
      <Card title="Timeouts">
        <FieldRow>
          <PathField
            path={["ignition", "timeouts", "headers"]}
            label="Answer begins within (seconds)"
            width="medium"
            help="0 waits for ever."
          >
            <TextInput
              mono
              inputMode="numeric"
              placeholder="10"
              value={timeouts.headers}
              onChange={(headers) =>
                change({ timeouts: { ...timeouts, headers } })
              }
            />
          </PathField>
          <PathField
            path={["ignition", "timeouts", "total"]}
            label="Download ends within (seconds)"
            width="medium"
            help="Retries included; without a limit the node waits until the server is there."
          >
            <TextInput
              mono
              inputMode="numeric"
              placeholder="no limit"
              value={timeouts.total}
              onChange={(total) => change({ timeouts: { ...timeouts, total } })}
            />
          </PathField>
        </FieldRow>
      </Card>
      <Card title="Proxy of the first boot">
        <FieldRow>
          <PathField
            path={["ignition", "proxy", "http"]}
            label="For http"
            width="medium"
            help="For https too, unless that has its own."
          >
            <TextInput
              mono
              inputMode="url"
              placeholder="http://proxy.example.com:3128"
              value={proxy.http}
              onChange={(http) => change({ proxy: { ...proxy, http } })}
            />
          </PathField>
          <PathField
            path={["ignition", "proxy", "https"]}
            label="For https"
            width="medium"
          >
            <TextInput
              mono
              inputMode="url"
              placeholder="https://proxy.example.com:3129"
              value={proxy.https}
              onChange={(https) => change({ proxy: { ...proxy, https } })}
            />
          </PathField>
        </FieldRow>
        <FieldRow>
          <PathField
            path={["ignition", "proxy", "user"]}
            label="User of the proxy"
            width="medium"
          >
            <TextInput
              mono
              value={proxy.user}
              onChange={(user) => change({ proxy: { ...proxy, user } })}
            />
          </PathField>
          <PathField
            path={["ignition", "proxy", "password"]}
            label="Password of the proxy"
            width="medium"
            help="Left out of links and drafts, and part of the user data."
          >
            <SecretInput
              mono
              value={proxy.password}
              onChange={(password) => change({ proxy: { ...proxy, password } })}
            />
          </PathField>
        </FieldRow>
        <PathField
          path={["ignition", "proxy", "except"]}
          label="Reached without a proxy"
          help="Hosts, domains and networks. The running node has its proxy under Network."
        >
          <WordsInput
            placeholder="localhost, 10.0.0.0/8, .example.com"
            value={proxy.except}
            onChange={(except) => change({ proxy: { ...proxy, except } })}
          />
        </PathField>
      </Card>
      <ResourceList
        field="authorities"
        title="Certificate authorities"
        items={value.authorities}
        onChange={(authorities) => change({ authorities })}
        fresh={noContents}
        addLabel="Add certificate authority"
        one="Certificate authority"
        empty="None: Ignition trusts those of the image. One in PEM is needed where a server's certificate is your own; the running node has its own list under Network."
      />
    </SectionPage>
  );
}

interface ResourceListProps {
  field: "merge" | "authorities";
  title: string;
  items: readonly FileContents[];
  onChange: (items: readonly FileContents[]) => void;
  fresh: FileContents;
  addLabel: string;
  /** What one of them is called. */
  one: string;
  empty: string;
}

function ResourceList(props: ResourceListProps) {
  const { field, title, items, onChange, one } = props;
  return (
    <section className={styles.fields} aria-labelledby={`ignition-${field}`}>
      <h3 id={`ignition-${field}`} className={styles.cardTitle}>
        {title}
      </h3>
      <ListEditor
        items={items}
        onChange={onChange}
        make={() => props.fresh}
        addLabel={props.addLabel}
        empty={props.empty}
        name={(_, index) => `${one.toLowerCase()} ${index + 1}`}
        title={(_, index) => `${one} ${index + 1}`}
        render={(contents, index) => (
          <>
            <PathMessages path={["ignition", field, index]} />
            <ContentsFields
              at={["ignition", field, index]}
              label={`${one} ${index + 1}`}
              hiddenLabel
              of={`${one.toLowerCase()} ${index + 1}`}
              contents={contents}
              onChange={(next) => onChange(setAt(items, [index], next))}
            />
          </>
        )}
      />
    </section>
  );
}
