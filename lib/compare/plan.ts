import { phases, type Comparison, type Phase, type Step } from "./comparison";
import { quote } from "@/lib/words";

/** What it takes to make a running node the other one. */
export interface Plan {
  /** The steps in their order, each once; phases without a step are left out. */
  readonly phases: readonly {
    readonly phase: Phase;
    readonly title: string;
    readonly steps: readonly Step[];
  }[];
  /** Whether the machine can stay: setting it up anew in place is a way. */
  readonly sameMachine: boolean;
  /** Differences that only a node that is set up anew has, with the reason. */
  readonly reprovision: readonly {
    readonly sentence: string;
    readonly why: string;
  }[];
  /** Differences with nothing to do, with the reason. */
  readonly nothing: readonly {
    readonly sentence: string;
    readonly why: string;
  }[];
}

/** What a reboot does anyway. */
const overtaken: ReadonlySet<Phase> = new Set(["merge", "restart"]);

/** The steps of all differences as one way to go. */
export function planOf({ differences, sameMachine }: Comparison): Plan {
  const steps = sameMachine ? differences.flatMap((one) => one.steps) : [];
  const reboots = steps.some(({ phase }) => phase === "reboot");
  const wanted = reboots
    ? steps
        .filter(({ phase, command }) => !(command && overtaken.has(phase)))
        .map((step) => ({ ...step, ...step.beforeReboot }))
    : steps;
  return {
    sameMachine,
    phases: (Object.keys(phases) as Phase[]).flatMap((phase) => {
      const mine = once(wanted.filter((one) => one.phase === phase))
        // What is done by hand comes first: nobody types after a reboot.
        .sort((one, other) => Number(!!one.command) - Number(!!other.command));
      return mine.length > 0
        ? [{ phase, title: phases[phase], steps: mine }]
        : [];
    }),
    reprovision: differences.flatMap(({ sentence, reprovision }) =>
      reprovision ? [{ sentence, why: reprovision }] : [],
    ),
    nothing: differences.flatMap((one) => {
      const { sentence, steps, reprovision, note, shared } = one;
      return steps.length === 0 && !reprovision && note && !shared
        ? [{ sentence, why: note }]
        : [];
    }),
  };
}

/** Sets a node up anew in place: Ignition runs again on a cleaned root. */
export const resetSteps: readonly Step[] = [
  {
    phase: "write",
    say: "Give the machine its new user data at the provider first: Ignition reads it again.",
    known: "documented",
  },
  {
    phase: "reboot",
    say: "Cleans the root filesystem and lets Ignition run again at the next boot (Flatcar 3535 and newer). Host keys, logs and the machine's id stay; everything else on the root is lost.",
    command:
      "sudo flatcar-reset --keep-machine-id --keep-paths '/etc/ssh/ssh_host_.*' /var/log\nsudo systemctl reboot",
    known: "documented",
  },
  {
    phase: "verify",
    say: "With the machine's id kept, systemd does not look at enabled units anew: enable by hand what the new config enables.",
    known: "documented",
  },
];

/** A plan as one text for a terminal: comments say what the lines do. */
export function planText(plan: Plan): string {
  return plan.phases
    .flatMap(({ title, steps }) => [
      `# ${title}`,
      ...steps.flatMap(({ say, command, known }, index) => [
        ...(say === steps[index - 1]?.say
          ? []
          : [
              `# ${quote(say, 400)}${command && known === "not verified" ? " (not verified)" : ""}`,
            ]),
        ...(command ? [command] : []),
      ]),
      "",
    ])
    .join("\n");
}

function once(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  return steps.filter(({ say, command }) => {
    const key = command ?? say;
    return !seen.has(key) && seen.add(key);
  });
}
