"use client";

import clsx from "clsx";
import { Popover as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;
export const PopoverClose = Primitive.Close;

export function PopoverContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        className={clsx(
          "z-50 animate-appear rounded-lg border border-line-strong bg-raised p-2 shadow-overlay outline-none",
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}
