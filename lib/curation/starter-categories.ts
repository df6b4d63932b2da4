import type { NewCategory } from "./schema";

type Family = { matches: RegExp; names: readonly string[] };

/** The first family that fits the style's slug gives its offers. */
const families: readonly Family[] = [
  { matches: /techno|electro-/, names: ["Warm-up", "Peak Time", "Closing", "Tools"] },
  { matches: /trance/, names: ["Warm-up", "Driving", "Anthems", "Closing"] },
  { matches: /drum-bass/, names: ["Liquid", "Rollers", "Heavy", "Jungle"] },
  { matches: /dubstep|140-|trap|bass-club/, names: ["Deep", "Heavy", "Halftime", "Tools"] },
  { matches: /garage|breaks/, names: ["Rollers", "Vocal", "Heavy", "Tools"] },
  { matches: /hard-dance/, names: ["Build-up", "Peak Time", "Overdrive", "Tools"] },
  { matches: /minimal|organic|deep-house/, names: ["Warm-up", "Groovers", "After Hours", "Tools"] },
  {
    matches: /afro|amapiano|african|latin/,
    names: ["Warm-up", "Percussive", "Vocal", "Peak Time"],
  },
  { matches: /house|disco|indie-dance/, names: ["Warm-up", "Groovers", "Peak Time", "Closing"] },
  { matches: /mainstage|dance-pop|pop/, names: ["Opening", "Peak Time", "Vocal", "Closing"] },
  { matches: /ambient|downtempo|electronica/, names: ["Opening", "Drifting", "Beats", "Closing"] },
  { matches: /tools|edits/, names: ["Loops", "Acapellas", "Edits", "Transitions"] },
];

const plain = ["Warm-up", "Peak Time", "Closing", "Favourites"];

/** Coral, amber, green and blue: the four of the palette that are easiest to tell apart. */
const colors = [1, 2, 3, 5];

/** What a DJ who sets a style up is offered, under the keys 1 to 4. */
export function starterCategories(styleSlug: string): NewCategory[] {
  const names = families.find(({ matches }) => matches.test(styleSlug))?.names ?? plain;
  return names.map((name, index) => ({
    name,
    color: colors[index] ?? 1,
    shortcut: String(index + 1),
  }));
}
