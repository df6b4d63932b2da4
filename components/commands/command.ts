/** One thing a person can do here. Keys, palette, help and button hints all read it. */
export type Command<Context> = {
  id: string;
  title: string;
  /** Heading in the palette and the help. */
  group: string;
  /** Chords as `chordsOf` writes them: "j", "shift+g", "mod+z", "ArrowUp", "Space". */
  keys: readonly string[];
  /** Acts while a text field has focus. Only for chords with a modifier. */
  whileTyping?: boolean;
  /** The browser does nothing with the keys either, while the command cannot act. */
  keepsKeys?: boolean;
  enabled?: (context: Context) => boolean;
  run: (context: Context) => void;
};

/** A command with its context filled in: what palette and help work with. */
export type ReadyCommand = {
  id: string;
  title: string;
  group: string;
  keys: readonly string[];
  enabled: boolean;
  run: () => void;
};
