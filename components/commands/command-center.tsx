"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import type { Command } from "./command";
import { showOverlay, useOverlay } from "./command-overlay";
import { paletteChord } from "./palette-chord";
import { useCommands } from "./use-commands";

const CommandPalette = dynamic(() => import("./command-palette"), { ssr: false });
const ShortcutsHelp = dynamic(() => import("./shortcuts-help"), { ssr: false });

type Address = Route<`/curate/${string}/${string}`>;

export type Place = { title: string; href: Address };
type Navigation = { go: (href: Address) => void };

/** Lives once in the app's layout: the commands that hold on every page, and the two overlays. */
export function CommandCenter({ places }: { places: readonly Place[] }) {
  const router = useRouter();
  const overlay = useOverlay();
  const commands = useMemo(() => [openPalette, openHelp, ...places.map(goTo)], [places]);
  useCommands("page", commands, { go: (href) => router.push(href) });

  const close = () => showOverlay(null);
  return (
    <>
      {overlay?.kind === "palette" && (
        <CommandPalette commands={overlay.commands} onClose={close} />
      )}
      {overlay?.kind === "help" && <ShortcutsHelp commands={overlay.commands} onClose={close} />}
    </>
  );
}

const openPalette: Command<Navigation> = {
  id: "app.palette",
  title: "Search commands",
  group: "Everywhere",
  keys: [paletteChord],
  whileTyping: true,
  run: () => showOverlay("palette"),
};

const openHelp: Command<Navigation> = {
  id: "app.help",
  title: "Show all keys",
  group: "Everywhere",
  keys: ["mod+/"],
  whileTyping: true,
  run: () => showOverlay("help"),
};

const goTo = ({ title, href }: Place): Command<Navigation> => ({
  id: `app.go.${href}`,
  title,
  group: "Go to",
  keys: [],
  run: ({ go }) => go(href),
});
