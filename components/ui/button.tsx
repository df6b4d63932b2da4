import { cva, type VariantProps } from "class-variance-authority";
import clsx from "clsx";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";

const button = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
  {
    variants: {
      look: {
        primary: "bg-ink text-ground hover:bg-ink/90",
        outline: "border border-line-strong bg-ground hover:bg-hover",
        quiet: "text-ink-2 hover:bg-hover hover:text-ink",
        danger: "border border-line-strong bg-ground text-danger hover:bg-danger/10",
      },
      size: {
        sm: "h-7 px-2 text-xs",
        md: "h-8 px-3 text-sm",
        lg: "h-10 px-4 text-sm",
        icon: "size-8",
        "icon-sm": "size-7",
      },
    },
    defaultVariants: { look: "outline", size: "md" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof button> & { asChild?: boolean };

/** With `asChild` the only child, a link for example, takes the look. */
export function Button({ asChild, look, size, className, type, ...props }: Props) {
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element
      type={asChild ? undefined : (type ?? "button")}
      className={clsx(button({ look, size }), className)}
      {...props}
    />
  );
}
