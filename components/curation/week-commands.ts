import type { Command } from "@/components/commands/command";

export type WeekContext = {
  /** -1 is the week before, 1 the one after. */
  showWeek: (offset: -1 | 1) => void;
  hasWeekAfter: boolean;
  showHelp: () => void;
};

/** What holds for a week in any state, started or not. */
export const weekCommands: readonly Command<WeekContext>[] = [
  {
    id: "board.week.before",
    title: "Week before",
    group: "Week",
    keys: ["["],
    run: ({ showWeek }) => showWeek(-1),
  },
  {
    id: "board.week.after",
    title: "Week after",
    group: "Week",
    keys: ["]"],
    enabled: ({ hasWeekAfter }) => hasWeekAfter,
    run: ({ showWeek }) => showWeek(1),
  },
  {
    id: "board.help",
    title: "All keys",
    group: "Help",
    keys: ["?"],
    run: ({ showHelp }) => showHelp(),
  },
];
