import type { Region } from "./people";

export type FlavourName =
  | "techno"
  | "hard"
  | "house"
  | "melodic"
  | "trance"
  | "bass"
  | "afro"
  | "latin"
  | "ambient"
  | "song";

/** How a family of genres names and shapes its music. */
export interface Flavour {
  nouns: readonly string[];
  adjectives: readonly string[];
  phrases: readonly string[];
  regions: readonly (readonly [Region, number])[];
  minorShare: number;
  /** How the week's first versions are sold: the rest of the share is "Original Mix". */
  extendedShare: number;
  remixShare: number;
  /** Seconds of a full-length version. */
  length: readonly [shortest: number, longest: number];
  groove: "four" | "broken" | "half";
}

const words = (text: string) => text.trim().split(/\s+/);
const phrases = (text: string) => text.split(",").map((phrase) => phrase.trim());

const europe = [
  ["german", 4],
  ["nordic", 2],
  ["english", 3],
  ["latin", 3],
  ["slavic", 2],
  ["dutch", 2],
] as const;
const south = [
  ["latin", 7],
  ["english", 2],
] as const;
const africa = [
  ["african", 7],
  ["english", 2],
  ["latin", 1],
] as const;

export const flavours: Record<FlavourName, Flavour> = {
  techno: {
    nouns: words(`Halogen Turbine Coil Relay Threshold Salt Copper Signal Concrete Voltage Grid
      Furnace Vector Monolith Circuit Static Pressure Magnet Corridor Sector Pulse Steel Basalt Void
      Orbit Gravity Mirage Tunnel Cipher Engine Reactor Loop Shadow Ritual Sequence Fracture Smoke
      Lantern Glass Machine`),
    adjectives: words(`Cold Raw Silent Hollow Broken Northern Distant Inner Burning Hidden Nocturnal
      Parallel Endless Heavy Magnetic Blind Lost Metal Industrial Deep Final Unseen Liquid Dark`),
    phrases: phrases(`No Ceiling, Night Shift, Pressure Drop, Do Not Enter, All Systems, Blue Hour,
      Into the Grid, Lights Off, Out of Phase, Below Zero, After the Siren, Nothing Remains, Last Exit,
      Under the Floor, Left in the Dark, Stay Underground, Five in the Morning, Closed Doors`),
    regions: europe,
    minorShare: 0.82,
    extendedShare: 0.16,
    remixShare: 0.13,
    length: [320, 445],
    groove: "four",
  },
  hard: {
    nouns: words(`Adrenaline Hammer Riot Inferno Chaos Sirens Rage Warhead Impact Overdrive Fury
      Titan Predator Storm Bassline Rave Strobe Anthem Thunder Blaze Arena Legion Velocity Nitro
      Havoc Fists Pistol Throne`),
    adjectives:
      words(`Savage Rapid Violent Massive Toxic Furious Ruthless Hard Electric Wild Nuclear
      Wicked Final Brutal Supersonic Neon`),
    phrases: phrases(`Hands in the Sky, Burn It Down, Louder Than This, Can You Feel It Coming,
      Break the Wall, One More Rave, Rise Again, Kick the Door, No Mercy Tonight, Jump Higher,
      This Is the Drop, Never Back Down, Fast as Light, Back to the Nineties`),
    regions: [["dutch", 5], ...europe],
    minorShare: 0.78,
    extendedShare: 0.42,
    remixShare: 0.13,
    length: [230, 345],
    groove: "four",
  },
  house: {
    nouns: words(`Groove Rhythm Body Sugar Velvet Fever Disco Mirror Shuffle Weekend Basement Jam
      Soul Motion Flavour Cocktail Club Lipstick Bounce Honey Swing Parade Boogie Heat Pressure
      Party Drums Piano Terrace Sunday Vinyl Chicago Feeling Keys`),
    adjectives: words(`Funky Sweet Dirty Golden Midnight Slow Jackin Smooth Juicy Hot Loose Lazy
      Electric Sunny Deep Crooked Late Easy Real Sticky`),
    phrases: phrases(`Work That Body, Feel It All, Let Me See You, Back to the Basement,
      Keep on Moving, Give It to Me Now, Shake the Room, What You Came For, Turn It Around,
      Do It Like That, Pass the Mic, All Night Affair, I Want Your Groove, Never Go Home,
      Call It a Night, Get on the Floor, Down to the Ground, Some Kind of Love`),
    regions: [["english", 4], ...europe],
    minorShare: 0.66,
    extendedShare: 0.3,
    remixShare: 0.14,
    length: [310, 410],
    groove: "four",
  },
  melodic: {
    nouns: words(`Horizon Aurora Bloom Ember Tides Solace Nomad Lantern Meridian Nebula Wander
      Reverie Halcyon Echoes Oasis Drift Cascade Petals Moonrise Constellation Undertow Fable
      Silhouette Pilgrim Atlas Memory Monsoon Prism Saffron Twilight`),
    adjectives: words(`Static Gentle Fading Amber Weightless Crystal Faraway Infinite Silver Quiet
      Lucid Wandering Sacred Lunar Violet Golden Tender Northern`),
    phrases:
      phrases(`Where We Began, Letters to Nobody, Beyond the Sea, Hold the Light, Before Sunrise,
      Letting Go Slowly, What Remains of Us, A Place We Knew, Carry Me Over, Stars Without Names,
      Half Asleep, Across the Salt Flats, The Long Way Back, Everything Is Water`),
    regions: [["latin", 4], ["slavic", 3], ...europe],
    minorShare: 0.8,
    extendedShare: 0.34,
    remixShare: 0.17,
    length: [350, 470],
    groove: "four",
  },
  trance: {
    nouns: words(`Ascension Elysium Odyssey Galaxy Eternity Skyline Infinity Ocean Angels Zenith
      Universe Paradise Dimension Shaman Mantra Mushroom Alchemy Frequency Spirit Portal Dreamtime
      Cosmos Serenity Solstice Comet Gaia Vision`),
    adjectives:
      words(`Astral Eternal Cosmic Celestial Divine Mystic Boundless Sacred Radiant Psychic
      Endless Solar Ancient Perfect`),
    phrases: phrases(`Touch the Sun, Higher Than Heaven, Until We Meet, A Thousand Skies,
      Beyond the Stars, Never Let You Fall, Wings of Tomorrow, Children of the Forest,
      Open Your Third Eye, Where Angels Sleep, Run to the Sea, Return to Nowhere`),
    regions: [["dutch", 4], ["slavic", 3], ...europe],
    minorShare: 0.8,
    extendedShare: 0.46,
    remixShare: 0.14,
    length: [350, 480],
    groove: "four",
  },
  bass: {
    nouns: words(`Badman Rinse Jungle Dub Riddim Concrete Skank Roller Switch Menace Tempest Wobble
      Steppers Cutlass Soundboy Phantom Razor Ransom Pirate Amen Shell Warning Cobra Hazard Static
      Tower Ghost Pepper Rewind`),
    adjectives: words(`Dread Murky Heavy Gully Rude Wicked Liquid Nasty Cold Rolling Twisted Vintage
      Low Lethal Bad`),
    phrases: phrases(`Pull It Up, Inner City Rain, Run the Tape, Ten Ton, Wheel That, Back a Yard,
      Cut the Lights, Who Goes There, Nothing Like Before, Talk to Me Nice, South of the River,
      Heat Haze, Level the Place, Too Many Man`),
    regions: [["english", 9], ...europe],
    minorShare: 0.84,
    extendedShare: 0.06,
    remixShare: 0.15,
    length: [215, 330],
    groove: "broken",
  },
  afro: {
    nouns: words(`Imbizo Kalahari Sahel Baobab Ancestors Drums Savanna Ubuntu Amanzi Thunder Village
      Kora Djembe Makeba Sankofa Zulu Nyota Jua Mvula Ilanga Umoya Safari Dakar Lagos Soweto
      Log Piano Vibes`),
    adjectives: words(
      `African Sacred Golden Red Ancient Spirit Rising Wild Tribal Blessed Royal Sunlit`,
    ),
    phrases:
      phrases(`Call of the Drum, Thula Mama, Rain on the Dust, Ngiyabonga, Dance for the Elders,
      Asambeni, Mother Earth, Fire Under the Moon, Come Home Soon, Light of Dakar, Sing for Me,
      Bayede, Where the River Bends, Woza Nami`),
    regions: africa,
    minorShare: 0.74,
    extendedShare: 0.3,
    remixShare: 0.16,
    length: [320, 445],
    groove: "four",
  },
  latin: {
    nouns: words(`Fuego Luna Corazón Ritmo Calor Noche Playa Tambor Gasolina Sabor Candela Verano
      Bomba Perreo Baile Cintura Selva Cumbia Locura Piel Brisa Marea Favela Sol Veneno Guayaba`),
    adjectives: words(`Loca Caliente Bendita Salvaje Eterna Morena Dulce Rojo Bravo Tropical`),
    phrases:
      phrases(`Dame Más, Toda la Noche, Mueve la Cintura, No Te Vayas, Hasta Abajo, Vem Dançar,
      Sube el Volumen, Mi Gente Baila, Otra Copa, Bate o Tambor, Una Vez Más, Bajo la Luna,
      Vai Malandra Não, Solo un Beso`),
    regions: south,
    minorShare: 0.68,
    extendedShare: 0.2,
    remixShare: 0.13,
    length: [165, 310],
    groove: "four",
  },
  ambient: {
    nouns: words(`Lichen Fog Harbour Glacier Moth Paper Snowfall Window Tape Marsh Pollen Shoreline
      Interlude Attic Rainfall Cloud Feather Thaw Estuary Lullaby Orchard Stone Hours Dust`),
    adjectives: words(
      `Slow Pale Soft Half Grey Still Blurred Small Sleeping Frozen Weightless Low`,
    ),
    phrases: phrases(`For an Empty Room, The Weather Inside, Notes on Silence, Leaves Turning Over,
      What the Tide Left, Nearly Awake, Early Train, A Map of Nothing, Kitchen Light, Drifting Home`),
    regions: europe,
    minorShare: 0.55,
    extendedShare: 0.02,
    remixShare: 0.12,
    length: [205, 430],
    groove: "half",
  },
  song: {
    nouns: words(`Heartbreak Summer Highway Lover Whiskey Diamonds Trouble Radio Roses Runaway City
      Weekend Memory Tattoo Stranger Mirror Sunrise Angel Promise Cadillac Lipstick Hometown Fire
      Habit Crown Money`),
    adjectives: words(
      `Broken Crazy Blue Reckless Sweet Young Golden Lonely Wild Perfect Bitter Little`,
    ),
    phrases:
      phrases(`Call Me Back, Where Did You Go, Dancing Without You, Say It Again, Never Been Better,
      One Last Time Around, Count on Me Now, Only When It Rains, Better Off Gone, Stay the Night Again,
      Can't Forget You, Miles to Go, Up All Summer, Tell Your Friends`),
    regions: [["english", 6], ...south],
    minorShare: 0.48,
    extendedShare: 0.18,
    remixShare: 0.12,
    length: [148, 236],
    groove: "half",
  },
};
