"use client";

import { showOverlay } from "@/components/commands/command-overlay";
import { KeyCap } from "@/components/commands/key-cap";
import { Button } from "@/components/ui/button";

export function ShowKeysButton() {
  return (
    <Button onClick={() => showOverlay("help")}>
      Show all keys
      <KeyCap chord="mod+/" />
    </Button>
  );
}
