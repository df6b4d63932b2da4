"use client";

import { Check } from "lucide-react";
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { ColorButton } from "./color-button";
import type { ColorPickerProps } from "./color-picker";
import { palette } from "./palette";

/** The twelve colours, each with its name. */
export default function OpenedColorPicker({ category, color, onChoose }: ColorPickerProps) {
  return (
    <Popover defaultOpen>
      <PopoverTrigger asChild>
        <ColorButton category={category} color={color} />
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
