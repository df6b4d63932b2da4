import type { ComponentProps } from "react";
import { nameOfColor } from "./palette";

type Props = Omit<ComponentProps<"button">, "color"> & { category: string; color: number };

export function ColorButton({ category, color, ...props }: Props) {
  const name = nameOfColor(color);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={`Colour of ${category}: ${name}`}
      title={name}
      className="grid size-6 shrink-0 place-items-center rounded-sm hover:bg-hover data-[state=open]:bg-hover"
      {...props}
    >
      <span className="size-3.5 rounded-sm" style={{ background: `var(--c${color})` }} />
    </button>
  );
}
