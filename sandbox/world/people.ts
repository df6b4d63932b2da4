import type { Random } from "./random";

export type Region = "english" | "german" | "dutch" | "nordic" | "slavic" | "latin" | "african";

const words = (text: string) => text.trim().split(/\s+/);

interface Names {
  first: readonly string[];
  starts: readonly string[];
  ends: readonly string[];
}

/** Family names are put together from a start and an end, so that nobody real is meant. */
const names: Record<Region, Names> = {
  english: {
    first: words(
      `Ada Orla Rowan Callum Tamsin Jude Elsie Rhys Nell Marlow Isla Dexter Wren Kit Perry`,
    ),
    starts: words(`Ash Brack Hart Whit Stan Thorn Lang Mar Hal Fen Cald Wex Pem Rush Dun Ell Cray`),
    ends: words(`ford well ley worth by ton combe wick stead more`),
  },
  german: {
    first: words(
      `Lena Jonas Ilka Marek Greta Anselm Frieda Hannes Silke Torben Ines Kilian Ruth Veit`,
    ),
    starts: words(`Brand Vahl Kern Wald Stein Licht Grün Falk Hart Roth Eber Lind Sieg Mahl Grau`),
    ends: words(`mann er bach feld hoff ner stedt berg inger lein`),
  },
  dutch: {
    first: words(`Joost Fenna Sander Maud Bram Roos Thijs Anouk Wout Femke Ruben Lotte Daan Niels`),
    starts: words(`Wester Ooster Hoek Zand Brink Molen Veld Duin Kamp Heu Polder Rijn Eik Noord`),
    ends: words(`man huis dijk veen sma kamp broek laar stra vliet`),
  },
  nordic: {
    first: words(
      `Astrid Bjørn Saga Eskil Tuva Ylva Sindre Freja Aksel Ingrid Runa Jens Signe Odin`,
    ),
    starts: words(`Hav Sten Vest Ek Sjö Kron Gran Dal Malm Lind Norr Ask Rim Skog Storm`),
    ends: words(`ström gren qvist mark vik strand dahl rud nes løv`),
  },
  slavic: {
    first: words(
      `Mila Ivo Vesna Darko Zoya Pavel Jelena Bogdan Kaja Anton Lidia Stefan Nadia Goran`,
    ),
    starts: words(`Kov Zor Mil Drag Vel Bor Rad Jar Stan Tur Kos Lub Mor Vrb Gal`),
    ends: words(`ak enko ic otny ovski arin eva usz anek ov`),
  },
  latin: {
    first: words(
      `Tomás Marta Paulo Inés Bruno Lucía Renzo Camila Dante Paloma Thiago Alma Nico Beatriz`,
    ),
    starts: words(`Val Mor Cast Ferr Mont Sal Quir Bel Ram Tor Pal Orel Vir Sev Alm`),
    ends: words(`verde eira ellano ano illo ado uela ino esca aro`),
  },
  african: {
    first: words(`Thabo Amara Kwesi Zola Sipho Nia Themba Ayo Lindiwe Kofi Imani Jabu Chidi Nandi`),
    starts: words(`Nko Mba Oka Ndlo Adu Zwa Khu Dla Mthe Ole Bo Nyam Sitho Ra`),
    ends: words(`si ni vu mba la femi zana lo the nga`),
  },
};

const syllables = words(
  `kva os ve ni dra lu mo ze ta ri sol ka en vo xi mir ul tha ne ko ra bis fen jo ky or`,
);
const projects = words(
  `Fractal Kilo Static Nord Delta Mono Paper Analog Phase Lunar Velvet Ghost Copper Modular Echo
  Tidal Prism Vector Solar Neon Marble Ivory Cobalt Amber Ferro Drift Polar Hollow Quartz Radial`,
);
const units = words(
  `Unit Echo Theory Motion Hands Avenue Garden State Office Twins Division Society Method Signal
  Circle Bureau Works Department Kids Frequency Brothers Assembly Cartel Room`,
);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function monoName(random: Random): string {
  const length = random.int(2, 3);
  let name = "";
  for (let syllable = 0; syllable < length; syllable += 1) name += random.pick(syllables);
  return random.chance(0.3) ? name.toUpperCase() : capital(name);
}

function personName(random: Random, region: Region): string {
  const { first, starts, ends } = names[region];
  const family = `${random.pick(starts)}${random.pick(ends)}`;
  return random.chance(0.12)
    ? `${random.pick(first)} ${family.charAt(0)}`
    : `${random.pick(first)} ${family}`;
}

/** An invented artist: a person, one word, a project or a duo. */
export function artistName(random: Random, region: Region): string {
  const { first } = names[region];
  return random.weighted([
    [() => personName(random, region), 48],
    [() => monoName(random), 22],
    [() => `${random.pick(projects)} ${random.pick(units)}`, 18],
    [() => `${random.pick(first)} & ${random.pick(first)}`, 6],
    [() => `${monoName(random)} ${random.int(2, 99)}`, 3],
    [() => `DJ ${capital(random.pick(syllables) + random.pick(syllables))}`, 3],
  ])();
}

const imprints = words(
  `Records Recordings Music Tapes Audio Traxx Sounds Black Digital Limited Works Series Editions`,
);

/** An invented label around one of the flavour's words. */
export function labelName(random: Random, nouns: readonly string[]): string {
  const noun = random.pick(nouns);
  return random.weighted([
    [() => `${noun} ${random.pick(imprints)}`, 46],
    [() => `${random.pick(projects)} ${noun}`, 16],
    [() => capital(random.pick(syllables) + random.pick(syllables)), 14],
    [() => `${random.pick(projects)}${noun.toLowerCase()}`, 10],
    [() => `${noun} ${random.int(2, 99)}`, 8],
    [() => `${monoName(random)} ${random.pick(imprints)}`, 6],
  ])();
}
