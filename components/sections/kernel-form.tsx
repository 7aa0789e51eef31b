"use client";

import { ListEditor } from "@/components/ui/list-editor";
import type { ConfFile } from "@/lib/preset/sections/kernel/value";
import { setAt } from "@/lib/set-at";
import { ArgumentList } from "./kernel/argument-list";
import { BootSwitches } from "./kernel/boot-switches";
import { ConfFields } from "./kernel/conf-fields";
import { confName } from "./kernel/conf-kinds";
import { Card, SectionPage } from "./section-page";
import styles from "./section.module.css";
import { useSection } from "./use-section";

const newConf: ConfFile = { kind: "sysctl", name: "", text: "" };

export function KernelForm() {
  const [value, change] = useSection("kernel");
  const { confs } = value;
  return (
    <SectionPage
      title="Kernel and boot"
      intro="Kernel arguments, modules, sysctl and the other settings the OS reads while it starts. A change of kernel arguments takes one more reboot on the first boot."
      paths={[["kernel"]]}
    >
      <BootSwitches value={value} onChange={change} />
      <Card title="Kernel arguments">
        <ArgumentList
          at={["kernel", "arguments"]}
          items={value.arguments}
          onChange={(next) => change({ arguments: next })}
          addLabel="Add argument"
          name="Argument"
          placeholder="console=ttyS0,115200"
          empty="None of your own. Ignition adds what is missing on the first boot."
        />
        <ArgumentList
          at={["kernel", "removed"]}
          items={value.removed}
          onChange={(next) => change({ removed: next })}
          addLabel="Add argument to take away"
          name="Argument to take away"
          placeholder="quiet"
        />
      </Card>
      <section className={styles.fields} aria-labelledby="kernel-files">
        <h3 id="kernel-files" className={styles.cardTitle}>
          Settings files
        </h3>
        <ListEditor
          items={confs}
          onChange={(next) => change({ confs: next })}
          make={() => newConf}
          addLabel="Add settings file"
          empty="None yet: sysctl, kernel modules, udev rules, tmpfiles, the journal, audit rules, or a message for who logs in."
          name={(conf, index) => confName(conf) || `settings file ${index + 1}`}
          title={(conf, index) => (
            <code>{confName(conf) || `Settings file ${index + 1}`}</code>
          )}
          render={(conf, index) => (
            <ConfFields
              at={["kernel", "confs", index]}
              conf={conf}
              onChange={(next) =>
                change({ confs: setAt(confs, [index], next) })
              }
            />
          )}
        />
      </section>
    </SectionPage>
  );
}
