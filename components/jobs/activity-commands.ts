import type { Command } from "@/components/commands/command";

export type ActivityContext = {
  hasFocus: boolean;
  hasOpened: boolean;
  canRetry: boolean;
  canCancel: boolean;
  /** Along the list. */
  step: (rows: number) => void;
  open: () => void;
  close: () => void;
  retry: () => void;
  askToStop: () => void;
  filter: () => void;
  showHelp: () => void;
};

const group = "Activity";

/** What a person can do with the list of jobs. */
export const activityCommands: readonly Command<ActivityContext>[] = [
  {
    id: "activity.down",
    title: "Next job",
    group,
    keys: ["j", "ArrowDown"],
    run: ({ step }) => step(1),
  },
  {
    id: "activity.up",
    title: "Previous job",
    group,
    keys: ["k", "ArrowUp"],
    run: ({ step }) => step(-1),
  },
  {
    id: "activity.open",
    title: "Open the log",
    group,
    keys: ["Enter"],
    enabled: ({ hasFocus }) => hasFocus,
    run: ({ open }) => open(),
  },
  {
    id: "activity.close",
    title: "Close the log",
    group,
    keys: ["Escape"],
    enabled: ({ hasOpened }) => hasOpened,
    run: ({ close }) => close(),
  },
  {
    id: "activity.retry",
    title: "Try again",
    group,
    keys: ["r"],
    enabled: ({ canRetry }) => canRetry,
    run: ({ retry }) => retry(),
  },
  {
    id: "activity.stop",
    title: "Stop the job",
    group,
    keys: ["c"],
    enabled: ({ canCancel }) => canCancel,
    run: ({ askToStop }) => askToStop(),
  },
  {
    id: "activity.filter",
    title: "Find a job",
    group,
    keys: ["/"],
    run: ({ filter }) => filter(),
  },
  {
    id: "activity.help",
    title: "All keys",
    group: "Help",
    keys: ["?"],
    run: ({ showHelp }) => showHelp(),
  },
];
