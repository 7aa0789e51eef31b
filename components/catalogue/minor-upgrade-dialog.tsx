"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { Select } from "@/components/ui/inputs";
import { Message } from "@/components/ui/message";
import { showToast } from "@/components/ui/toast";
import {
  extensionById,
  minorUpgrade,
  trackOf,
  upgradeGuide,
  upgradeTargets,
  whyNoUpgrade,
  type MinorUpgrade,
  type UpgradeHop,
} from "@/lib/butane";
import { releasesOf, type ChosenExtension } from "@/lib/preset";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import { withMinor } from "@/lib/state/with-minor";
import {
  useCatalogue,
  useComposer,
  useComposerStore,
} from "@/lib/state/provider";
import { useView } from "@/lib/state/view-store";
import styles from "./about-extension.module.css";
import { CommandLines } from "./command-lines";

/** The way of a running cluster to a newer minor version, and the preset for nodes that join it later. */
export function MinorUpgradeDialog({ onClose }: { onClose: () => void }) {
  const asked = useView((view) => view.asked);
  const preset = useComposer((state) => state.preset);
  const catalogue = useCatalogue();
  const store = useComposerStore();
  const chosen = preset.extensions.chosen[asked];
  // The way begins where the preset was when the dialog opened, also after it was taken into the preset.
  const [begin] = useState(chosen);
  const releases = begin ? releasesOf(catalogue, begin.id) : [];
  const targets = begin ? upgradeTargets(begin.version, releases) : [];
  const [target, setTarget] = useState(targets[0] ?? "");
  if (!begin || !chosen) return null;
  const title = extensionById(begin.id)?.title ?? begin.id;
  const plan = minorUpgrade(nodeExtensions(preset), begin, target, catalogue);
  const last = plan.ok ? plan.hops.at(-1) : undefined;
  const take = (hop: UpgradeHop) => {
    const { edit, undo } = store.getState();
    edit(
      "extensions",
      withMinor(store.getState().preset, asked, hop, catalogue),
    );
    onClose();
    showToast({
      text: `New nodes begin with ${hop.version}.`,
      action: { label: "Undo", run: undo },
    });
  };
  return (
    <Dialog
      title={`Minor upgrade of ${title}`}
      intro="A running cluster goes from one minor version to the next and skips none. These are the lines for its nodes."
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {last ? (
            <Button variant="primary" onClick={() => take(last)}>
              Take {last.version} for new nodes
            </Button>
          ) : null}
        </>
      }
    >
      <div className={styles.about}>
        {targets.length === 0 ? (
          <p>{noTargets(begin)}</p>
        ) : (
          <>
            <Field
              label={`From ${trackOf(begin.version)} to`}
              width="narrow"
              help={`${targets.length} newer minor ${targets.length === 1 ? "version is" : "versions are"} known.`}
            >
              <Select
                value={target}
                options={targets.map((one) => ({ value: one, label: one }))}
                onChange={setTarget}
              />
            </Field>
            <Plan plan={plan} title={title} key={target} />
            <Before guide={upgradeGuide(begin)} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function noTargets({ version }: ChosenExtension): string {
  return trackOf(version) === null
    ? "A plan begins with a version: choose the one that the cluster has."
    : `No newer minor version than ${trackOf(version)} is known.`;
}

function Before({ guide }: { guide: string | undefined }) {
  return (
    <section>
      <h3>Before you begin</h3>
      <ul>
        <li>
          Put by what the cluster keeps: etcd, and the data of applications.
        </li>
        <li>
          Every node goes the whole way of a step before the next step begins. A
          kubelet never runs ahead of its API server.
        </li>
        <li>
          The order is that of{" "}
          <a href={guide} target="_blank" rel="noopener noreferrer">
            the project’s own guide
          </a>
          . That the images can be exchanged in between like this follows from
          how they are merged; not verified on a cluster. Try it on one that may
          break.
        </li>
      </ul>
    </section>
  );
}

function Plan({ plan, title }: { plan: MinorUpgrade; title: string }) {
  const [open, setOpen] = useState(0);
  if (!plan.ok)
    return (
      <Message
        kind="warning"
        shape="box"
        sentence={whyNoUpgrade(plan.why, title)}
      />
    );
  return plan.hops.map((hop, index) => (
    <Fold
      key={hop.to}
      label={`the way from ${hop.from} to ${hop.to}`}
      summary={
        <strong>
          {hop.from} → {hop.to}
          {plan.hops.length > 1 ? `, step ${index + 1}` : ""}
        </strong>
      }
      open={open === index}
      onOpen={(now) => setOpen(now ? index : -1)}
    >
      <Hop hop={hop} />
    </Fold>
  ));
}

function Hop({ hop }: { hop: UpgradeHop }) {
  return hop.parts.map((part) =>
    part.blocks.map(({ where, commands }, index) => (
      <CommandLines
        key={`${part.title} ${index}`}
        of={`To ${hop.to}`}
        title={`${part.title}: ${place(where, index)}`}
        commands={commands}
      />
    )),
  );
}

function place(where: "node" | "cluster", index: number): string {
  if (where === "node") return "on the node";
  return index === 0 ? "with kubectl, before" : "with kubectl, afterwards";
}
