export const paletteChord = "mod+k";
