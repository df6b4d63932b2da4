"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { SourceView } from "@/lib/sources/source-view";

type Props = { source: SourceView; onClose: () => void; onRemove: (source: SourceView) => void };

/** Asks before a source is taken away. */
export function RemoveSource({ source, onClose, onRemove }: Props) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Remove “${source.name}”?`}
      description="Rule sets that draw from it lose its tracks, and ask you before they change a playlist. Labels and tags stay, and so does the list itself."
    >
      <div className="flex justify-end gap-2 p-4">
        <Button look="quiet" onClick={onClose}>
          Keep it
        </Button>
        <Button
          look="danger"
          onClick={() => {
            onRemove(source);
            onClose();
          }}
        >
          Remove
        </Button>
      </div>
    </Dialog>
  );
}
