"use client";

import { Check } from "lucide-react";
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { nameOfColor, palette } from "./palette";

type Props = { category: string; color: number; onChoose: (color: number) => void };

export function ColorPicker({ category, color, onChoose }: Props) {
  return (
    <Popover>
      <PopoverTrigger
        aria-label={`Colour of ${category}: ${nameOfColor(color)}`}
        title={nameOfColor(color)}
        className="grid size-6 shrink-0 place-items-center rounded-sm hover:bg-hover data-[state=open]:bg-hover"
      >
        <span className="size-3.5 rounded-sm" style={{ background: `var(--c${color})` }} />
      </PopoverTrigger>
      <PopoverContent aria-label={`Colour of ${category}`} className="w-60">
        <ul className="grid grid-cols-2 gap-0.5">
          {palette.map((entry) => (
            <li key={entry.color}>
              <PopoverClose
                aria-pressed={entry.color === color}
                onClick={() => onChoose(entry.color)}
                className="flex h-8 w-full items-center gap-2.5 rounded-sm px-2 hover:bg-hover"
              >
                <span
                  className="size-3.5 rounded-sm"
                  style={{ background: `var(--c${entry.color})` }}
                />
                {entry.name}
                {entry.color === color && <Check aria-hidden="true" className="ml-auto" />}
              </PopoverClose>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
