"use client";

import { Copy } from "lucide-react";
import { copyText } from "@/components/share/hand-over";
import { Button, IconButton } from "@/components/ui/button";
import { Badge } from "@/components/ui/chip";
import { Message } from "@/components/ui/message";
import { planText, resetSteps, type Plan, type Step } from "@/lib/compare";
import styles from "./plan-view.module.css";

/** What it takes on a node that runs: commands in their order, or a node that is set up anew. */
export function PlanView({ plan }: { plan: Plan }) {
  const { phases, reprovision, nothing, sameMachine } = plan;
  const commands = phases.flatMap(({ steps }) =>
    steps.flatMap(({ command }) => command ?? []),
  );
  return (
    <div className={styles.plan}>
      {reprovision.length > 0 ? (
        <section aria-labelledby="plan-anew" className={styles.part}>
          <h3 id="plan-anew">Only a node that is set up anew has this</h3>
          <Reasons reasons={reprovision} />
          <p className={styles.lead}>
            {sameMachine
              ? "Replace the machine with one that boots the new config, or set it up anew in place:"
              : "Set up a machine of that kind with the new config."}
          </p>
          {sameMachine ? <Steps steps={resetSteps} /> : null}
        </section>
      ) : null}
      {phases.length > 0 ? (
        <section aria-labelledby="plan-steps" className={styles.part}>
          <div className={styles.head}>
            <h3 id="plan-steps">
              {reprovision.length > 0
                ? "The rest, on the running node"
                : "On the running node"}
            </h3>
            {commands.length > 1 ? (
              <Button
                onClick={() => void copyText(planText(plan), "all commands")}
              >
                <Copy size={14} aria-hidden /> Copy all commands
              </Button>
            ) : null}
          </div>
          <p className={styles.lead}>
            Read before you run: the commands take a node that is as it was set
            up. They ask for no confirmation.
          </p>
          {phases.map(({ phase, title, steps }) => (
            <div key={phase} className={styles.phase}>
              <h4>{title}</h4>
              <Steps steps={steps} />
            </div>
          ))}
        </section>
      ) : null}
      {nothing.length > 0 ? (
        <section aria-labelledby="plan-nothing" className={styles.part}>
          <h3 id="plan-nothing">Nothing to do for</h3>
          <Reasons reasons={nothing} />
        </section>
      ) : null}
      {phases.length + reprovision.length + nothing.length === 0 ? (
        <Message kind="info" shape="box" sentence="Nothing to do." />
      ) : null}
    </div>
  );
}

function Reasons({ reasons }: { reasons: Plan["nothing"] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ sentence, why }, index) => (
        <li key={index}>
          <span>{sentence}.</span> <span className={styles.why}>{why}</span>
        </li>
      ))}
    </ul>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ say, command, known }, index) => (
        <li key={index}>
          <p className={styles.say}>
            {say}{" "}
            {command ? (
              known === "not verified" ? (
                <Badge
                  tone="warn"
                  title="Concluded from how the parts work; nobody has run it on a node for this purpose."
                >
                  not verified
                </Badge>
              ) : null
            ) : (
              <Badge>by hand</Badge>
            )}
          </p>
          {command ? (
            <div className={styles.command}>
              <pre tabIndex={0} role="region" aria-label={`Command: ${say}`}>
                {command}
              </pre>
              <IconButton
                label={`Copy: ${firstLine(command)}`}
                onClick={() => void copyText(command, "the command")}
              >
                <Copy size={14} aria-hidden />
              </IconButton>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function firstLine(command: string): string {
  const [line = ""] = command.split("\n");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
