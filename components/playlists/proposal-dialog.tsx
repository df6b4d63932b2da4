"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  title: string;
  description: string;
  isBusy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Asks for what a change needs to be planned. */
export function ProposalDialog({ title, description, isBusy, onSubmit, onClose, children }: Props) {
  return (
    <Dialog open onOpenChange={onClose} title={title} description={description}>
      <form
        className="flex min-h-0 flex-col gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <div className="flex justify-end gap-2 pt-1">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" look="primary" disabled={isBusy}>
            {isBusy ? "Reading it" : "Preview"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
