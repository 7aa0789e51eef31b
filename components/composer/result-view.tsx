"use client";

import { CapiView } from "@/components/delivery/capi-view";
import { HandedOver } from "@/components/delivery/handed-over";
import { UserDataView } from "@/components/delivery/user-data-view";
import { CodePane } from "@/components/editor/code-pane";
import { copyText, download } from "@/components/share/hand-over";
import { Button } from "@/components/ui/button";
import { lately, NotLoaded } from "@/components/ui/late";
import { Message } from "@/components/ui/message";
import type { Outcome } from "@/lib/pipeline";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { showField, type ResultTab } from "@/lib/state/view-store";
import { OlderResult } from "./broken-notice";
import { ButaneView } from "./butane-view";
import styles from "./result-pane.module.css";

// What a first boot does is told by rules of its own, which come when somebody asks.
const BootViews = lately(
  () => import("@/components/boot/boot-views").then((one) => one.BootViews),
  { waiting: () => <p className={styles.waiting}>Reading…</p> },
);

/** One view of the result. */
export function ResultView({ tab }: { tab: ResultTab }) {
  return (
    <>
      <h2 className="visually-hidden">{titles[tab]}</h2>
      <Shown tab={tab} />
    </>
  );
}

const titles: Record<ResultTab, string> = {
  butane: "Butane document",
  ignition: "Ignition config",
  "user-data": "User data",
  "first-boot": "First boot",
  files: "Files of the node",
};

function Shown({ tab }: { tab: ResultTab }) {
  const outcome = useComposer((state) => state.outcome);
  const fault = useComposer((state) => state.fault);
  if (fault) return <Fault {...fault} />;
  if (!outcome) return <p className={styles.waiting}>Composing…</p>;
  if (tab === "butane") return <ButaneView />;
  return (
    <>
      <OlderResult />
      <Result tab={tab} outcome={outcome} />
    </>
  );
}

function Result({ tab, outcome }: { tab: ResultTab; outcome: Outcome }) {
  const computed = useComposer((state) => state.computed);
  if (tab === "ignition") {
    return outcome.ignition === null ? (
      <Nothing />
    ) : (
      <CodePane
        text={outcome.ignition}
        language="json"
        label="Ignition config"
      />
    );
  }
  if (tab === "first-boot" || tab === "files")
    return (
      <BootViews view={tab} butane={outcome.butane} nothing={<Nothing />} />
    );
  const onCopy = (text: string, what: string) => void copyText(text, what);
  const handedOver = (
    <HandedOver outcome={outcome} onCopy={onCopy} onDownload={download} />
  );
  const { userData, handOver } = outcome;
  if (!userData && handOver?.config === null)
    return <NoAddress>{handedOver}</NoAddress>;
  if (!userData) return handOver ? <NoPlatform /> : <Nothing />;
  return (
    <UserDataView
      userData={userData}
      onCopy={onCopy}
      onDownload={download}
      handedOver={handedOver}
    >
      {computed ? (
        <CapiView
          preset={computed}
          butane={outcome.butane}
          onCopy={onCopy}
          onDownload={download}
        />
      ) : null}
    </UserDataView>
  );
}

function Fault({ kind, message }: { kind: "load" | "bug"; message: string }) {
  const tryAgain = useComposer((state) => state.tryAgain);
  const trying = useComposer((state) => !state.settled);
  return (
    <div className={styles.waiting}>
      {kind === "load" ? (
        <NotLoaded
          what="The part of Kindling that composes"
          retry={tryAgain}
          trying={trying}
        />
      ) : (
        <Message
          kind="error"
          shape="box"
          sentence="Kindling failed on this node. The result is not shown, since it would be another node's."
          why={message}
        />
      )}
    </div>
  );
}

/** There is a config, and nobody knows how it is handed over. */
function NoPlatform() {
  return (
    <p className={styles.waiting}>
      How this platform takes a config is not known here. The config itself is
      under Ignition.{" "}
      <Button
        variant="link"
        onClick={() => showField(["target", "platform"], "target")}
      >
        Choose another platform
      </Button>
    </p>
  );
}

/** A pointer without an address: there is the file for it, and nothing to hand over. */
function NoAddress({ children }: { children: React.ReactNode }) {
  return (
    <div className={styles.waiting}>
      <p>
        The config is to be fetched from an address, and there is none yet.{" "}
        <Button
          variant="link"
          onClick={() => showField(["target", "handOverFrom"], "target")}
        >
          Type the address
        </Button>
      </p>
      {children}
    </div>
  );
}

/** Why there is no config: the problems that keep it from being made. */
function Nothing() {
  const store = useComposerStore();
  const errors =
    store.getState().outcome?.problems.filter(({ kind }) => kind === "error")
      .length ?? 0;
  return (
    <p className={styles.waiting}>
      {errors === 1 ? "One error keeps" : `${errors} errors keep`} this node
      from becoming an Ignition config. Mend what stands under Problems; the
      Butane text shows where.
    </p>
  );
}
