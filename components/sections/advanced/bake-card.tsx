"use client";

import { Copy } from "lucide-react";
import { copyText } from "@/components/share/hand-over";
import { Button } from "@/components/ui/button";
import { bakeCommand } from "@/lib/delivery/bake";
import { useComposer } from "@/lib/state/provider";
import { Notes } from "../notes";
import { Card } from "../section-page";
import styles from "./bake-card.module.css";

/** The command that puts the node's extensions into an OS image. */
export function BakeCard() {
  const preset = useComposer((state) => state.preset);
  const bake = bakeCommand(preset);
  return (
    <Card title="Extensions inside the OS image">
      {bake ? (
        <>
          <p>
            Run it in a checkout of the sysext bakery. It asks for sudo, and a
            vendor&apos;s image needs Docker for the Flatcar SDK.
          </p>
          <pre
            className={styles.command}
            tabIndex={0}
            aria-label="Bake command"
          >
            {bake.command}
          </pre>
          <div>
            <Button onClick={() => void copyText(bake.command, "bake command")}>
              <Copy size={14} aria-hidden /> Copy bake command
            </Button>
          </div>
          <Notes
            label="About the baked image"
            notes={[
              "Leave these extensions out of the config of nodes that boot it: links of the same name are there already.",
              "The script stores images in /opt/extensions, and the bakery's update rules look into /opt/extensions/NAME. Not verified: how updates go on from there.",
              ...(bake.left.length > 0
                ? [`Not part of it: ${bake.left.join(", ")}.`]
                : []),
            ]}
          />
        </>
      ) : (
        <p>
          Choose an extension of the bakery with a version, and the command that
          bakes it into a Flatcar image stands here.
        </p>
      )}
    </Card>
  );
}
