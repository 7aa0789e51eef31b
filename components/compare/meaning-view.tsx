"use client";

import { Minus, PenLine, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { topics, type Difference, type Topic } from "@/lib/compare";
import styles from "./meaning-view.module.css";

interface MeaningViewProps {
  differences: readonly Difference[];
  /** Leads to a field of the open node; absent where the second node is another one. */
  onShow?: ((difference: Difference) => void) | undefined;
}

/** The differences as sentences, under what they are about. */
export function MeaningView({ differences, onShow }: MeaningViewProps) {
  return (
    <div className={styles.topics}>
      {(Object.keys(topics) as Topic[]).map((topic) => {
        const mine = differences.filter((one) => one.topic === topic);
        return mine.length > 0 ? (
          <section key={topic} aria-labelledby={`difference-${topic}`}>
            <h3 id={`difference-${topic}`} className={styles.title}>
              {topics[topic]}
            </h3>
            <ul className={styles.list}>
              {mine.map((difference, index) => (
                <Item key={index} difference={difference} onShow={onShow} />
              ))}
            </ul>
          </section>
        ) : null;
      })}
    </div>
  );
}

const signs = {
  added: { Icon: Plus, word: "Added" },
  removed: { Icon: Minus, word: "Removed" },
  changed: { Icon: PenLine, word: "Changed" },
};

function Item({
  difference,
  onShow,
}: {
  difference: Difference;
  onShow: MeaningViewProps["onShow"];
}) {
  const { kind, sentence, details, field } = difference;
  const { Icon, word } = signs[kind];
  return (
    <li className={styles.item} data-kind={kind}>
      <span className={styles.sign}>
        <Icon size={14} aria-hidden />
        <span className="visually-hidden">{word}: </span>
      </span>
      <div className={styles.words}>
        <span className={styles.sentence}>{sentence}</span>
        {onShow && field?.side === "after" ? (
          <Button
            variant="link"
            aria-label={`Show in the form: ${sentence}`}
            onClick={() => onShow(difference)}
          >
            Show
          </Button>
        ) : null}
        {details.length > 0 ? (
          <details className={styles.details}>
            <summary>
              {details.length === 1 ? "1 detail" : `${details.length} details`}
              <span className="visually-hidden"> of {sentence}</span>
            </summary>
            <ul>
              {details.map((detail, index) => (
                <li key={index}>{detail}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </li>
  );
}
