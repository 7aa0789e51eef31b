"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Gathered } from "@/lib/fleet/gather";
import type { FleetNews, FleetRequest } from "@/lib/fleet/job";
import type { FleetProblem } from "@/lib/fleet/plan";
import { FleetRunner } from "./fleet-runner";

/** What is known of the fleet; `null` while nothing is. */
export interface FleetRun {
  readonly total: number;
  readonly columns: readonly string[];
  readonly table: readonly FleetProblem[];
  readonly blocked: boolean;
  readonly done: number;
  readonly gathered: Gathered;
  /** Whether every row was looked at. */
  readonly ended: boolean;
}

const none: Gathered = { made: 0, leftOut: 0, problems: [] };

function after(run: FleetRun | null, news: FleetNews): FleetRun | null {
  if (news.kind === "plan") {
    const { total, columns, problems, blocked } = news;
    return {
      total,
      columns,
      table: problems,
      blocked,
      done: 0,
      // What was said of the table before stays in sight until there is something new to say.
      gathered: run && !blocked ? run.gathered : none,
      ended: blocked,
    };
  }
  if (news.kind === "piece" || !run) return run;
  const { done, gathered, kind } = news;
  return { ...run, done, gathered, ended: kind === "end" };
}

/** Looks at a table whenever it changed, and makes the archive when asked. */
export function useFleetRun(request: Omit<FleetRequest, "pack"> | null) {
  const [run, setRun] = useState<FleetRun | null>(null);
  const [packing, setPacking] = useState(false);
  const runner = useRef<FleetRunner | null>(null);
  useEffect(() => {
    const started = new FleetRunner();
    runner.current = started;
    return () => {
      runner.current = null;
      started.close();
    };
  }, []);
  const check = useCallback(() => {
    setPacking(false);
    if (!request) {
      runner.current?.cancel();
      setRun(null);
      return;
    }
    runner.current?.start({ ...request, pack: false }, (news) =>
      setRun((now) => after(now, news)),
    );
  }, [request]);
  useEffect(() => {
    const timer = setTimeout(check, 250);
    return () => clearTimeout(timer);
  }, [check]);
  const pack = useCallback(
    (done: (archive: Blob) => void) => {
      if (!request) return;
      setPacking(true);
      let archive = new Blob();
      let pieces: Uint8Array<ArrayBuffer>[] = [];
      runner.current?.start({ ...request, pack: true }, (news) => {
        setRun((now) => after(now, news));
        if (news.kind === "piece") pieces.push(news.bytes);
        // A browser may keep what is in a Blob on the disk.
        if (pieces.length >= 64 || news.kind === "end") {
          archive = new Blob([archive, ...pieces], { type: "application/zip" });
          pieces = [];
        }
        if (news.kind !== "end") return;
        setPacking(false);
        done(archive);
      });
    },
    [request],
  );
  return { run, packing, pack, cancel: check };
}
