"use client";

import { lazy, startTransition, useState } from "react";
import { ColorButton } from "./color-button";

const loadPalette = () => import("./opened-color-picker");
const OpenedColorPicker = lazy(loadPalette);

export type ColorPickerProps = {
  category: string;
  color: number;
  onChoose: (color: number) => void;
};

export function ColorPicker(props: ColorPickerProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <OpenedColorPicker {...props} />;
  return (
    <ColorButton
      category={props.category}
      color={props.color}
      aria-expanded={false}
      onPointerEnter={loadPalette}
      onFocus={loadPalette}
      onClick={() => startTransition(() => setWanted(true))}
    />
  );
}
