import {
  coordinatorOf,
  createDocument,
  draftEntries,
  emitCoordinator,
  emitSchedule,
  hasUpdates,
  iniValue,
  itemsAt,
  textAt,
  valueAt,
  type OpenDocument,
} from "@/lib/butane";
import { nodeExtensions } from "../node-extensions";
import type { ExtensionsValue, UpdatesValue } from "../preset";
import { closed, defineSection, oneOf, text } from "../section";

export const updates = defineSection({
  id: "updates",
  title: "Updates",
  group: "node",
  schema: closed({
    schedule: oneOf("timer", "calendar", "manual"),
    calendar: { ...text, description: "systemd calendar expression." },
    randomDelay: { ...text, description: "systemd time span." },
    coordinator: {
      ...oneOf("none", "locksmith", "kured", "fluo"),
      description: "Who reboots the node when an update waits for it.",
    },
  }),
  initial: {
    schedule: "timer",
    calendar: "*-*-* 03:00:00",
    randomDelay: "30min",
    coordinator: "locksmith",
  },
  compose(value, { document, preset }) {
    const node = nodeExtensions(preset);
    // Without an image to update the timer would run for nothing; a document of somebody else's may do without it.
    const due =
      hasUpdates(node) ||
      (isFollowed(preset.extensions) && value.schedule !== "manual");
    if (due) emitSchedule(document, value, ["updates"]);
    emitCoordinator(document, value.coordinator, ["updates"]);
  },
  read({ document, prior, node }) {
    const coordinator = coordinatorOf(document, prior.updates.coordinator);
    const known = { ...prior.updates, coordinator };
    if (!hasUpdates(nodeExtensions(node)) && !isFollowed(node.extensions))
      return known;
    const shown = { ...known, ...scheduleOf(document) };
    // What is typed and not written, such as a blank at the end, stays while the lines do.
    return written(shown) === written(known) ? known : shown;
  },
  without: (value, fields) => ({
    ...value,
    ...(fields.some(([, field]) => field === "coordinator")
      ? { coordinator: "locksmith" as const }
      : {}),
    // Other times than those of ours are the document's own; what is left is whether the timer runs.
    ...(fields.some(([, field]) => field === "calendar")
      ? { schedule: "timer" as const }
      : {}),
  }),
  silent: (value) => ({
    ...value,
    schedule: "manual",
    coordinator: "locksmith",
  }),
});

/** Whether an opened document keeps an image up to date in its own way. */
function isFollowed({ chosen }: ExtensionsValue): boolean {
  return chosen.some(({ written, updates }) => written && updates !== "none");
}

function written(value: UpdatesValue): string {
  const document = createDocument({ variant: "", version: "" });
  emitSchedule(document, value, []);
  return JSON.stringify(draftEntries(document));
}

/** When a document looks for newer images; without the timer it is done by hand. */
function scheduleOf(document: OpenDocument): Partial<UpdatesValue> {
  const [timer] = document.named("systemd.units", "systemd-sysupdate.timer");
  if (valueAt(timer?.value, "enabled") !== true) return { schedule: "manual" };
  const times = itemsAt(timer?.value, "dropins").map(
    (dropin) => textAt(dropin, "contents") ?? "",
  );
  const ours = times.find((text) => iniValue(text, "OnCalendar"));
  if (ours === undefined) return { schedule: "timer" };
  return {
    schedule: "calendar",
    calendar: iniValue(ours, "OnCalendar")!,
    randomDelay: iniValue(ours, "RandomizedDelaySec") ?? "",
  };
}
