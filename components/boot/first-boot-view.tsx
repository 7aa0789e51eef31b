"use client";

import { Globe } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Badge } from "@/components/ui/chip";
import type { BootItem, BootPhase, BootStep } from "@/lib/boot";
import type { Path } from "@/lib/butane";
import styles from "./first-boot-view.module.css";

interface FirstBootViewProps {
  readonly phases: readonly BootPhase[];
  /** Opens the field that asked for something of the Ignition config. */
  readonly onShow: (from: Path) => void;
}

/** What the node does on its first boot, one thing after the other. How long it takes is not known, and not said. */
export function FirstBootView({ phases, onShow }: FirstBootViewProps) {
  return (
    <div className={styles.view}>
      <p className={styles.intro}>
        What this node does, in order, from its config alone.
      </p>
      {phases.map(({ id, title, note, steps }) => (
        <section key={id} aria-labelledby={`boot-${id}`}>
          <h3 id={`boot-${id}`} className={styles.phase}>
            {title}
          </h3>
          <p className={styles.note}>{note}</p>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <Step key={step.id} step={step} onShow={onShow} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

type StepProps = { readonly step: BootStep } & Pick<
  FirstBootViewProps,
  "onShow"
>;

function Step({ step, onShow }: StepProps) {
  const { title, note, network, unverified, items, failures } = step;
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <h4>{title}</h4>
        {network ? (
          <Badge tone="info">
            <Globe size={12} aria-hidden /> needs the network
          </Badge>
        ) : null}
      </div>
      {note ? <p className={styles.note}>{note}</p> : null}
      {unverified ? (
        <p className={styles.note}>
          <Badge tone="warn">not verified</Badge> {unverified}
        </p>
      ) : null}
      <Items items={items} title={title} onShow={onShow} />
      {failures.length > 0 ? (
        <details className={styles.failures}>
          <summary>
            What can go wrong
            <span className="visually-hidden">: {title}</span>
          </summary>
          <dl>
            {failures.map(({ when, shows }) => (
              <div key={when}>
                <dt>{when}</dt>
                <dd>{shows}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </li>
  );
}

// More of them are rarely looked through, and a fleet of files would hide what comes next.
const few = 8;

function Items({
  items,
  title,
  onShow,
}: {
  readonly items: readonly BootItem[];
  readonly title: string;
} & Pick<FirstBootViewProps, "onShow">) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, few);
  return (
    <>
      <ul className={styles.items}>
        {shown.map((item, index) => (
          <li key={index} data-odd={item.odd}>
            <ItemName item={item} onShow={onShow} />
            {item.what ? <span>{item.what}</span> : null}
          </li>
        ))}
      </ul>
      {items.length > few ? (
        <Button variant="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${items.length}`}
          <span className="visually-hidden">: {title}</span>
        </Button>
      ) : null}
    </>
  );
}

function ItemName({
  item: { name, from },
  onShow,
}: { readonly item: BootItem } & Pick<FirstBootViewProps, "onShow">) {
  if (!from) return <code>{name}</code>;
  return (
    <button
      type="button"
      className={styles.link}
      title="Show in the form"
      onClick={() => onShow(from)}
    >
      {name}
    </button>
  );
}
