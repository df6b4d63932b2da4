"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TemplateOffer } from "./rule-set-list";
import { TemplateChoice } from "./template-choice";

/** Makes a rule set, from a template or empty, and opens it. */
export function NewRuleSet({ templates }: { templates: readonly TemplateOffer[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="w-full" onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        New rule set
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="New rule set">
        <div className="overflow-y-auto p-2">
          <TemplateChoice templates={templates} onMade={() => setOpen(false)} />
        </div>
      </Dialog>
    </>
  );
}
