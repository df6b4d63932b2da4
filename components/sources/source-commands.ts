import type { Command } from "@/components/commands/command";

export type StepContext = {
  hasRows: boolean;
  step: (rows: number) => void;
  /** To a row, counted from the end when negative. */
  jump: (index: number) => void;
  find: () => void;
  showHelp: () => void;
};

const ROWS_OF_A_PAGE = 12;
const hasRows = ({ hasRows: has }: StepContext) => has;

const stepCommands: readonly Command<StepContext>[] = [
  {
    id: "sources.down",
    title: "Next row",
    group: "List",
    keys: ["j", "ArrowDown"],
    enabled: hasRows,
    run: ({ step }) => step(1),
  },
  {
    id: "sources.up",
    title: "Previous row",
    group: "List",
    keys: ["k", "ArrowUp"],
    enabled: hasRows,
    run: ({ step }) => step(-1),
  },
  {
    id: "sources.page-down",
    title: "A page down",
    group: "List",
    keys: ["PageDown"],
    enabled: hasRows,
    run: ({ step }) => step(ROWS_OF_A_PAGE),
  },
  {
    id: "sources.page-up",
    title: "A page up",
    group: "List",
    keys: ["PageUp"],
    enabled: hasRows,
    run: ({ step }) => step(-ROWS_OF_A_PAGE),
  },
  {
    id: "sources.first",
    title: "First row",
    group: "List",
    keys: ["Home"],
    enabled: hasRows,
    run: ({ jump }) => jump(0),
  },
  {
    id: "sources.last",
    title: "Last row",
    group: "List",
    keys: ["End"],
    enabled: hasRows,
    run: ({ jump }) => jump(-1),
  },
  { id: "sources.find", title: "Find", group: "List", keys: ["/"], run: ({ find }) => find() },
  {
    id: "sources.help",
    title: "All keys",
    group: "Help",
    keys: ["?"],
    run: ({ showHelp }) => showHelp(),
  },
];

export type SourceContext = StepContext & {
  canFetch: boolean;
  canAsk: boolean;
  canRemove: boolean;
  canGather: boolean;
  canOpen: boolean;
  open: () => void;
  choose: () => void;
  fetch: () => void;
  ask: () => void;
  remove: () => void;
  gather: () => void;
};

/** What a person can do with the lists that tracks are gathered from. */
export const sourceCommands: readonly Command<SourceContext>[] = [
  ...stepCommands,
  {
    id: "sources.show",
    title: "Show its tracks",
    group: "Sources",
    keys: ["Enter"],
    enabled: ({ canOpen }) => canOpen,
    run: ({ open }) => open(),
  },
  {
    id: "sources.choose",
    title: "Choose, or not",
    group: "Sources",
    keys: ["x", "Space"],
    enabled: hasRows,
    run: ({ choose }) => choose(),
  },
  {
    id: "sources.fetch",
    title: "Fetch",
    group: "Sources",
    keys: ["f"],
    enabled: ({ canFetch }) => canFetch,
    run: ({ fetch }) => fetch(),
  },
  {
    id: "sources.ask",
    title: "Ask about its tracks",
    group: "Sources",
    keys: ["m"],
    enabled: ({ canAsk }) => canAsk,
    run: ({ ask }) => ask(),
  },
  {
    id: "sources.remove",
    title: "Remove the source",
    group: "Sources",
    keys: ["Delete", "Backspace"],
    enabled: ({ canRemove }) => canRemove,
    run: ({ remove }) => remove(),
  },
  {
    id: "sources.gather",
    title: "Gather what is chosen",
    group: "Sources",
    keys: ["g"],
    enabled: ({ canGather }) => canGather,
    run: ({ gather }) => gather(),
  },
];

export type GatheredContext = StepContext & { open: () => void; openAtSpotify: () => void };

/** What a person can do with gathered tracks. */
export const gatheredCommands: readonly Command<GatheredContext>[] = [
  ...stepCommands,
  {
    id: "sources.open",
    title: "What is known of it",
    group: "Tracks",
    keys: ["Enter"],
    enabled: hasRows,
    run: ({ open }) => open(),
  },
  {
    id: "sources.spotify",
    title: "Open in Spotify",
    group: "Tracks",
    keys: ["o"],
    enabled: hasRows,
    run: ({ openAtSpotify }) => openAtSpotify(),
  },
];
