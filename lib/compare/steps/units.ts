import type { Step } from "../comparison";
import { entryOf, valuesOf, type EntryChange } from "../changes";
import { isSafeName, operand, withInput, word } from "../shell";
import { utf8 } from "@/lib/bytes";
import { byHand, readUnitsAgain, step, type Work } from "./work";

const folder = "/etc/systemd/system";

/** What it takes to have a unit as the other node has it. */
export function unitWork(change: EntryChange): Work {
  const { name } = entryOf(change);
  const { before, after } = valuesOf("unit", change);
  if (!isSafeName(name))
    return { steps: [byHand("write", "Change the unit by hand.")] };
  const steps: Step[] = [];
  const path = `${folder}/${name}`;
  const unit = operand(name);
  const contents = after?.contents ?? "";
  const rewritten = (before?.contents ?? "") !== contents;
  const control = (
    verb: string,
    say: string,
    phase: "enable" | "restart" = "enable",
  ) => steps.push(step(phase, say, `sudo systemctl ${verb} ${unit}`));

  if (before?.mask && !after?.mask)
    control("unmask", `Lets ${name} start again.`);
  if (rewritten && contents !== "") {
    steps.push(writing(change, path, contents), readUnitsAgain);
  }
  if (after?.mask && !before?.mask)
    control("mask --now", `Stops ${name} and keeps anything from starting it.`);
  else if (after?.enabled === true && before?.enabled !== true)
    steps.push({
      ...step(
        "enable",
        `Starts ${name}, now and at every boot.`,
        `sudo systemctl enable --now ${unit}`,
      ),
      beforeReboot: {
        say: `Starts ${name} at every boot.`,
        command: `sudo systemctl enable ${unit}`,
      },
    });
  else if (before?.enabled === true && after?.enabled !== true)
    control("disable --now", `Stops ${name} and starts it no more at boot.`);
  else if (after?.enabled === false && before?.enabled !== false)
    control("disable --now", `Stops ${name} and starts it no more at boot.`);
  else if (before?.mask && !after?.mask) control("start", `Starts ${name}.`);
  else if (rewritten && contents !== "")
    control("try-restart", `Restarts ${name} if it runs.`, "restart");
  if (rewritten && contents === "")
    steps.push(
      step("remove", `Removes ${path}.`, `sudo rm -f ${word(path)}`),
      readUnitsAgain,
    );

  const note = /^\s*ConditionFirstBoot\s*=\s*(1|yes|true|on)\s*$/im.test(
    contents,
  )
    ? "The unit runs on the first boot only: what it does has to be done by hand, or by a node that is set up anew."
    : steps.length === 0
      ? "The unit was named without saying anything about it."
      : undefined;
  return { steps, ...(note ? { note } : {}) };
}

/** What it takes to have a drop-in as the other node has it. */
export function dropinWork(change: EntryChange): Work {
  const { name, of = "" } = entryOf(change);
  const { after } = valuesOf("dropin", change);
  if (!isSafeName(name) || !isSafeName(of))
    return { steps: [byHand("write", "Change the drop-in by hand.")] };
  const path = `${folder}/${of}.d/${name}`;
  const contents = after?.contents ?? "";
  const first =
    contents === ""
      ? step("remove", `Removes ${path}.`, `sudo rm -f ${word(path)}`)
      : writing(change, path, contents);
  return {
    steps: [
      first,
      readUnitsAgain,
      // A run of the updates that is under way is not to be stopped; the next one has the drop-in.
      ...(of === "systemd-sysupdate.service"
        ? []
        : [
            step(
              "restart",
              `Restarts ${of} if it runs.`,
              `sudo systemctl try-restart ${operand(of)}`,
            ),
          ]),
    ],
  };
}

function writing(
  { secret }: EntryChange,
  path: string,
  contents: string,
): Step {
  return secret
    ? byHand(
        "write",
        `Write ${path} by hand: what is in it may be a secret and is not shown here.`,
      )
    : step(
        "write",
        `Writes ${path}.`,
        withInput(
          `sudo install -D -m 0644 /dev/stdin ${word(path)}`,
          utf8(contents),
        ),
      );
}
