"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { title: string; detail?: ReactNode; table: ReactNode; children: ReactNode };

/** A chart that is a table at the press of a button. */
export function ChartFigure({ title, detail, table, children }: Props) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="flex items-center gap-3 pb-2">
        <h2 id={id} className="font-semibold tracking-tight">
          {title}
        </h2>
        {detail && <span className="text-xs text-ink-3">{detail}</span>}
        <Button
          look="quiet"
          size="sm"
          className="ml-auto"
          aria-label={`Table: ${title}`}
          aria-pressed={isTable}
          onClick={() => setTable(!isTable)}
        >
          Table
        </Button>
      </div>
      {isTable ? <div className="max-h-96 overflow-auto">{table}</div> : children}
    </section>
  );
}
