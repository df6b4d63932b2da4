import type { FlavourName } from "./flavours";
import { slugOf } from "./slug";

export interface SubGenre {
  id: number;
  name: string;
}

export interface Genre {
  id: number;
  /** Its place in the table: part of every generated id. */
  index: number;
  name: string;
  slug: string;
  flavour: FlavourName;
  bpm: readonly [slowest: number, fastest: number];
  subGenres: readonly SubGenre[];
}

type Row = readonly [
  id: number,
  name: string,
  flavour: FlavourName,
  bpm: readonly [number, number],
  subGenres?: string,
];

const rows: readonly Row[] = [
  [1, "Drum & Bass", "bass", [172, 176], "5 Liquid, 6 Jump Up, 66 Jungle, 174 Deep, 191 Halftime"],
  [2, "Hard Techno", "hard", [148, 162], "270 Hard Techno"],
  [3, "Electronica", "ambient", [96, 128], "116 Ambient, 210 Funk / Soul"],
  [5, "House", "house", [122, 128], "143 Acid, 177 Soulful, 315 Latin House"],
  [
    6,
    "Techno (Peak Time / Driving)",
    "techno",
    [130, 142],
    "218 Peak Time, 219 Driving, 328 Psy-Techno",
  ],
  [
    7,
    "Trance (Main Floor)",
    "trance",
    [132, 140],
    "27 Progressive Trance, 29 Tech Trance, 31 Hard Trance, 128 Uplifting Trance, 129 Vocal Trance",
  ],
  [
    8,
    "Hard Dance / Hardcore / Neo Rave",
    "hard",
    [150, 180],
    "100 Hardstyle, 120 Hard House, 121 Hard Trance, 212 Uptempo, 213 Terror, 214 UK / Happy Hardcore, 215 Frenchcore, 272 Neo Rave",
  ],
  [9, "Breaks / Breakbeat / UK Bass", "bass", [128, 138], "209 Glitch Hop"],
  [11, "Tech House", "house", [125, 131], "257 Latin Tech, 302 Latin Dance"],
  [12, "Deep House", "house", [119, 125]],
  [
    13,
    "Psy-Trance",
    "trance",
    [138, 148],
    "168 Full-On, 169 Progressive Psy, 259 Psychedelic, 260 Goa Trance, 261 Dark & Forest, 263 Psycore & Hi-Tech",
  ],
  [14, "Minimal / Deep Tech", "house", [124, 130], "167 Bounce, 188 Deep Tech, 316 Minimal House"],
  [15, "Progressive House", "melodic", [120, 126]],
  [16, "DJ Tools / Acapellas", "house", [120, 132], "45 Loops, 46 Acapellas, 108 Battle Tools"],
  [18, "Dubstep", "bass", [138, 146], "234 Melodic Dubstep, 262 Midtempo"],
  [37, "Indie Dance", "melodic", [112, 124], "223 Dark Disco, 334 Italo"],
  [38, "Trap / Future Bass", "bass", [138, 152], "102 Trap, 210 Funk / Soul, 269 Baile Funk"],
  [
    39,
    "Dance / Pop",
    "song",
    [118, 128],
    "148 Pop, 150 Tropical House, 187 Future Bass, 254 Afro Pop, 302 Latin Dance",
  ],
  [50, "Nu Disco / Disco", "house", [114, 124], "210 Funk / Soul, 243 Italo"],
  [63, "Downtempo", "ambient", [84, 112], "338 Lofi, 339 Trip-Hop"],
  [81, "Funky House", "house", [122, 128]],
  [
    85,
    "Bass / Club",
    "bass",
    [128, 160],
    "196 Juke / Footwork, 197 Global Club, 236 Jersey Club, 237 Gqom, 238 Bass/Club, 239 Reggae / Dancehall, 242 UK Funky",
  ],
  [
    86,
    "UK Garage / Bassline",
    "bass",
    [130, 140],
    "198 UK Garage, 199 Bassline, 317 2-Step, 318 Speed Garage",
  ],
  [89, "Afro House", "afro", [118, 124], "240 Afro / Latin, 273 3Step, 274 Afro Melodic"],
  [90, "Melodic House & Techno", "melodic", [120, 127], "267 Melodic House, 268 Melodic Techno"],
  [91, "Bass House", "house", [125, 130]],
  [
    92,
    "Techno (Raw / Deep / Hypnotic)",
    "techno",
    [128, 144],
    "224 Deep / Hypnotic, 225 Raw, 227 EBM, 228 Dub, 229 Broken",
  ],
  [93, "Organic House", "melodic", [114, 122], "233 Downtempo"],
  [94, "Electro (Classic / Detroit / Modern)", "techno", [126, 136]],
  [95, "140 / Deep Dubstep / Grime", "bass", [138, 142], "241 Grime"],
  [
    96,
    "Mainstage",
    "hard",
    [126, 132],
    "152 Big Room, 246 Electro House, 247 Future House, 248 Midtempo, 249 Speed House, 252 Future Rave",
  ],
  [97, "Jackin House", "house", [124, 128]],
  [98, "Amapiano", "afro", [110, 115]],
  [
    99,
    "Trance (Raw / Deep / Hypnotic)",
    "trance",
    [136, 146],
    "264 Raw Trance, 265 Deep Trance, 266 Hypnotic Trance",
  ],
  [100, "Ambient / Experimental", "ambient", [70, 120]],
  [
    101,
    "Brazilian Funk",
    "latin",
    [128, 150],
    "275 Carioca Funk, 276 Mandelao Funk, 277 BH Funk, 278 Melodic Funk, 314 Eletrofunk",
  ],
  [102, "African", "afro", [98, 118], "279 Afrobeats, 280 Afropop, 281 Afro R&B, 282 Alte"],
  [
    103,
    "Caribbean",
    "latin",
    [84, 118],
    "283 Reggae, 284 Dancehall, 285 Soca, 286 Dub, 287 Calypso, 288 Ska & Rocksteady, 295 Cumbia, 297 Merengue, 303 Latin Pop",
  ],
  [104, "Country", "song", [84, 128], "289 Country Pop, 290 Country Dance"],
  [
    105,
    "Hip-Hop",
    "song",
    [78, 104],
    "291 East Coast, 292 West Coast, 293 Global, 294 Southern, 299 Dembow, 302 Latin Dance",
  ],
  [
    106,
    "Latin",
    "latin",
    [90, 128],
    "295 Cumbia, 296 Salsa, 297 Merengue, 298 Reggaeton, 299 Dembow, 300 Regional Mexican, 301 Bachata, 302 Latin Dance, 303 Latin Pop, 304 Latin Hip-Hop",
  ],
  [107, "Pop", "song", [92, 128], "296 Salsa, 305 K-Pop, 306 J-Pop, 307 Holiday"],
  [108, "R&B", "song", [76, 112], "308 Funk, 309 Soul"],
  [109, "Rock", "song", [96, 150], "310 Indie Rock, 311 Metal, 312 Punk & Pop Punk, 313 Ska"],
  [
    110,
    "DJ Edits",
    "house",
    [96, 130],
    "319 African, 320 Caribbean, 321 Country, 322 Dance, 323 Hip-Hop, 324 Latin, 325 Pop, 326 R&B, 327 Rock",
  ],
  [
    111,
    "Latin Electronic",
    "latin",
    [100, 130],
    "302 Latin Dance, 329 Raptor House, 330 Tribal / Guaracha, 331 Electronic Cumbia, 332 Moombahton",
  ],
];

const subGenresOf = (text: string): SubGenre[] =>
  text.split(", ").map((entry) => {
    const [id = "", ...name] = entry.split(" ");
    return { id: Number(id), name: name.join(" ") };
  });

/** Beatport's genres and sub-genres as they stood in May 2026. */
export const genres: readonly Genre[] = rows.map(([id, name, flavour, bpm, subGenres], index) => ({
  id,
  index,
  name,
  slug: slugOf(name),
  flavour,
  bpm,
  subGenres: subGenres ? subGenresOf(subGenres) : [],
}));

const byId = new Map(genres.map((genre) => [genre.id, genre]));

export const genreById = (id: number) => byId.get(id) ?? null;
