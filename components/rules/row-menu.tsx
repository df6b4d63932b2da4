"use client";

import { Ellipsis } from "lucide-react";
import { KeyCap } from "@/components/commands/key-cap";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { type DraftNode, isDraftGroup } from "./draft-rule";
import { nodeWords } from "./operator-words";
import type { RowActs } from "./use-row-acts";

type Props = { node: DraftNode; isOutermost: boolean; acts: RowActs };

/** What the keys do with a row, for the mouse. */
export function RowMenu({ node, isOutermost, acts }: Props) {
  const { id } = node;
  const isGroup = isDraftGroup(node);
  const item = (title: string, key: string, run: () => void) => (
    <MenuItem onSelect={run}>
      <span className="flex-1">{title}</span>
      <KeyCap chord={key} />
    </MenuItem>
  );
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          look="quiet"
          size="icon-sm"
          aria-label={`Change the ${isGroup ? "group" : "row"}: ${nodeWords(node)}`}
        >
          <Ellipsis aria-hidden="true" />
        </Button>
      </MenuTrigger>
      <MenuContent align="end" onCloseAutoFocus={acts.keepFocus}>
        {item(isGroup ? "Add a row to it" : "Add a row below", "a", () => acts.addRow(id))}
        {item(isGroup ? "Add a group to it" : "Add a group below", "g", () => acts.addGroup(id))}
        {!isOutermost && (
          <>
            {item("Duplicate", "d", () => acts.duplicate(id))}
            <MenuSeparator />
            {item("Move up", "alt+ArrowUp", () => acts.move(id, -1))}
            {item("Move down", "alt+ArrowDown", () => acts.move(id, 1))}
            {item("Into a group", "alt+ArrowRight", () => acts.nest(id))}
            {item("Out of the group", "alt+ArrowLeft", () => acts.lift(id))}
            <MenuSeparator />
            {item("Remove", "Delete", () => acts.remove(id))}
          </>
        )}
      </MenuContent>
    </Menu>
  );
}
