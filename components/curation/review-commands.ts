import type { Command } from "@/components/commands/command";
import type { StageContext } from "./board-commands";

export type ReviewContext = StageContext & {
  /** Along a category's list, or across to the next category. */
  step: (rows: number, columns: number) => void;
  promote: () => void;
  promoteAll: () => void;
  backToBronze: () => void;
  reorder: (offset: -1 | 1) => void;
  closeWeek: () => void;
};

const moving: readonly Command<ReviewContext>[] = [
  { id: "review.down", title: "Next track", keys: ["j", "ArrowDown"], rows: 1, columns: 0 },
  { id: "review.up", title: "Previous track", keys: ["k", "ArrowUp"], rows: -1, columns: 0 },
  { id: "review.right", title: "Next category", keys: ["l", "ArrowRight"], rows: 0, columns: 1 },
  { id: "review.left", title: "Category before", keys: ["h", "ArrowLeft"], rows: 0, columns: -1 },
].map(({ rows, columns, ...command }) => ({
  ...command,
  group: "Move",
  run: ({ step }) => step(rows, columns),
}));

const isFocused = ({ hasFocus }: ReviewContext) => hasFocus;

/** Commands of the Silver review alone. */
export const reviewCommands: readonly Command<ReviewContext>[] = [
  ...moving,
  {
    id: "review.promote",
    title: "To Gold",
    group: "Review",
    keys: ["g"],
    enabled: isFocused,
    run: ({ promote }) => promote(),
  },
  {
    id: "review.promoteAll",
    title: "Whole category to Gold",
    group: "Review",
    keys: ["shift+g"],
    enabled: isFocused,
    run: ({ promoteAll }) => promoteAll(),
  },
  {
    id: "review.earlier",
    title: "One place up",
    group: "Review",
    keys: ["alt+ArrowUp"],
    enabled: isFocused,
    run: ({ reorder }) => reorder(-1),
  },
  {
    id: "review.later",
    title: "One place down",
    group: "Review",
    keys: ["alt+ArrowDown"],
    enabled: isFocused,
    run: ({ reorder }) => reorder(1),
  },
  {
    id: "review.back",
    title: "Back to Bronze",
    group: "Review",
    keys: ["b"],
    enabled: isFocused,
    run: ({ backToBronze }) => backToBronze(),
  },
  {
    id: "review.close",
    title: "Close the week",
    group: "Week",
    keys: [],
    run: ({ closeWeek }) => closeWeek(),
  },
  {
    id: "review.bronze",
    title: "Go to Bronze",
    group: "Week",
    keys: ["shift+b"],
    run: ({ showStage }) => showStage("bronze"),
  },
];
