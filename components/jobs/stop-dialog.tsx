"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { JobView } from "@/lib/jobs/job-view";
import { stopWords } from "./job-words";

type Props = { job: JobView; onStop: () => void; onClose: () => void };

/** What stopping means, before it is done. */
export function StopDialog({ job, onStop, onClose }: Props) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Stop ${job.title}?`}
      description={stopWords[job.kind]}
    >
      <div className="flex justify-end gap-2 p-4">
        <Button look="quiet" onClick={onClose}>
          Let it run
        </Button>
        <Button
          look="danger"
          autoFocus
          onClick={() => {
            onStop();
            onClose();
          }}
        >
          Stop it
        </Button>
      </div>
    </Dialog>
  );
}
