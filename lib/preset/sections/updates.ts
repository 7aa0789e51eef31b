import { emitCoordinator, emitSchedule, hasUpdates } from "@/lib/butane";
import { nodeExtensions } from "../node-extensions";
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
    // Without an image to update the timer would run for nothing.
    if (hasUpdates(nodeExtensions(preset)))
      emitSchedule(document, value, ["updates"]);
    emitCoordinator(document, value.coordinator, ["updates"]);
  },
});
