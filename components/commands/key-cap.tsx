"use client";

import type { ComponentProps } from "react";
import { Kbd } from "@/components/ui/kbd";
import { capOf } from "./key-caps";
import { useIsMac } from "./use-is-mac";

type Props = Omit<ComponentProps<typeof Kbd>, "children"> & { chord: string };

/** The key cap of a chord, written the way this keyboard writes it. */
export function KeyCap({ chord, ...props }: Props) {
  const isMac = useIsMac();
  return <Kbd {...props}>{capOf(chord, isMac)}</Kbd>;
}
