"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { chordsOf } from "./chord";
import type { Command, ReadyCommand } from "./command";
import { addLayer } from "./command-layers";
import { ownsChord, ownsKey } from "./owns-key";

/**
 * Binds commands to their keys and lists them in the palette and the help. Keys act only while the
 * scope has focus, as WCAG 2.1.4 asks of single letters; "page" is for chords with a modifier.
 */
export function useCommands<Context>(
  scope: RefObject<HTMLElement | null> | "page",
  commands: readonly Command<Context>[],
  context: Context,
) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    const chords = chordsOf(event);
    const command = chords
      .map((chord) => commands.find(({ keys }) => keys.includes(chord)))
      .find((candidate) => candidate !== undefined);
    const canAct = command?.enabled?.(context) !== false;
    if (!command || (!canAct && !command.keepsKeys)) return;
    if (chords.some((chord) => ownsChord(event.target, chord))) return;
    if (!command.whileTyping && ownsKey(event.target, event)) return;
    event.preventDefault();
    if (canAct) command.run(context);
  });

  const runNow = useEffectEvent((id: string) => {
    commands.find((command) => command.id === id)?.run(context);
  });

  const read = useEffectEvent((): ReadyCommand[] =>
    commands.map(({ id, title, group, keys, enabled }) => ({
      id,
      title,
      group,
      keys,
      enabled: enabled?.(context) ?? true,
      run: () => runNow(id),
    })),
  );

  useEffect(() => {
    const element = scope === "page" ? document : scope.current;
    const listener = (event: Event) => {
      if (event instanceof KeyboardEvent) press(event);
    };
    element?.addEventListener("keydown", listener);
    const removeLayer = addLayer({ read: () => read() });
    return () => {
      element?.removeEventListener("keydown", listener);
      removeLayer();
    };
  }, [scope]);
}
