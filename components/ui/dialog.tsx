"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { Button } from "./button";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  /** The palette brings its own first line; the title is then for screen readers only. */
  titleHidden?: boolean;
  className?: string;
  /** Called when it is closed and the focus is back. */
  onClosed?: () => void;
  children: ReactNode;
};

/** Focus is kept inside while it is open and goes back where it was. */
export function Dialog(props: Props) {
  const { open, onOpenChange, title, description, titleHidden, className, onClosed, children } =
    props;
  const opener = useRef<Element | null>(null);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          aria-describedby={description ? undefined : ""}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Left alone, the focus would go to a trigger, and most dialogs here have none.
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
            onClosed?.();
          }}
          className={clsx(
            "fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 animate-appear flex-col overflow-hidden rounded-lg border border-line-strong bg-raised shadow-overlay outline-none",
            className,
          )}
        >
          <div
            className={clsx(
              "flex items-center justify-between gap-4 border-b px-4 py-2.5",
              titleHidden && "sr-only",
            )}
          >
            <Primitive.Title className="text-md font-semibold tracking-tight">
              {title}
            </Primitive.Title>
            <Primitive.Close asChild>
              <Button look="quiet" size="icon-sm" aria-label="Close">
                <X aria-hidden="true" />
              </Button>
            </Primitive.Close>
          </div>
          {description && (
            <Primitive.Description className="px-4 pt-3 text-ink-2">
              {description}
            </Primitive.Description>
          )}
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
