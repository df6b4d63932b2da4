import type { Command } from "@/components/commands/command";

export type RuleContext = {
  step: (rows: number) => void;
  /** The outermost group stays where it is. */
  canChange: boolean;
  enter: () => void;
  addRow: () => void;
  addGroup: () => void;
  duplicate: () => void;
  remove: () => void;
  move: (by: -1 | 1) => void;
  nest: () => void;
  lift: () => void;
};

const group = "Rows";
const canChange = ({ canChange: can }: RuleContext) => can;
/** In a field too, and never what the browser does with them: Alt and an arrow leave the page. */
const moving = { group, whileTyping: true, keepsKeys: true, enabled: canChange } as const;

/** What a person can do with the rows of a rule set. */
export const rowCommands: readonly Command<RuleContext>[] = [
  {
    id: "rules.down",
    title: "Next row",
    group,
    keys: ["ArrowDown", "j"],
    run: ({ step }) => step(1),
  },
  {
    id: "rules.up",
    title: "Previous row",
    group,
    keys: ["ArrowUp", "k"],
    run: ({ step }) => step(-1),
  },
  { id: "rules.enter", title: "Change the row", group, keys: ["Enter"], run: (c) => c.enter() },
  { id: "rules.add", title: "Add a row", group, keys: ["a"], run: (c) => c.addRow() },
  { id: "rules.add-group", title: "Add a group", group, keys: ["g"], run: (c) => c.addGroup() },
  {
    id: "rules.duplicate",
    title: "Duplicate",
    group,
    keys: ["d"],
    enabled: canChange,
    run: (c) => c.duplicate(),
  },
  {
    id: "rules.remove",
    title: "Remove",
    group,
    keys: ["Delete", "Backspace"],
    enabled: canChange,
    run: (c) => c.remove(),
  },
  {
    id: "rules.move-up",
    title: "Move up",
    ...moving,
    keys: ["alt+ArrowUp"],
    run: ({ move }) => move(-1),
  },
  {
    id: "rules.move-down",
    title: "Move down",
    ...moving,
    keys: ["alt+ArrowDown"],
    run: ({ move }) => move(1),
  },
  {
    id: "rules.nest",
    title: "Into a group",
    ...moving,
    keys: ["alt+ArrowRight"],
    run: ({ nest }) => nest(),
  },
  {
    id: "rules.lift",
    title: "Out of the group",
    ...moving,
    keys: ["alt+ArrowLeft"],
    run: ({ lift }) => lift(),
  },
];

export type UndoContext = {
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
};

/** Among the rules alone: beside them these keys are the text field's own. */
export const undoCommands: readonly Command<UndoContext>[] = [
  {
    id: "rules.undo",
    title: "Undo",
    group: "Rule set",
    keys: ["mod+z"],
    whileTyping: true,
    enabled: ({ canUndo }) => canUndo,
    run: ({ undo }) => undo(),
  },
  {
    id: "rules.redo",
    title: "Redo",
    group: "Rule set",
    keys: ["mod+shift+z", "mod+y"],
    whileTyping: true,
    enabled: ({ canRedo }) => canRedo,
    run: ({ redo }) => redo(),
  },
];

export type RuleSetContext = { find: () => void; showHelp: () => void };

/** What a person can do with the rule set as a whole. */
export const ruleSetCommands: readonly Command<RuleSetContext>[] = [
  {
    id: "rules.find",
    title: "Why is a track in it or not",
    group: "Rule set",
    keys: ["/"],
    run: ({ find }) => find(),
  },
  {
    id: "rules.help",
    title: "All keys",
    group: "Help",
    keys: ["?"],
    run: ({ showHelp }) => showHelp(),
  },
];

export type SaveContext = { canSave: boolean; save: () => void };

/** Wherever on the page the focus is: the browser's own meaning of these keys helps nobody here. */
export const saveCommands: readonly Command<SaveContext>[] = [
  {
    id: "rules.save",
    title: "Save",
    group: "Rule set",
    keys: ["mod+s"],
    whileTyping: true,
    enabled: ({ canSave }) => canSave,
    run: ({ save }) => save(),
  },
];
