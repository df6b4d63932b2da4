import type { Board, BoardTrack, Category } from "@/lib/curation/board";

const categoryOf = (index: number): Category => ({
  id: `c${index}`,
  name: `Category ${index}`,
  color: index,
  shortcut: String(index),
  position: index,
  isTrash: false,
  archived: false,
});

const trash: Category = {
  ...categoryOf(0),
  id: "trash",
  name: "Trash",
  isTrash: true,
};

export const makeTrack = (id: string, change: Partial<BoardTrack> = {}): BoardTrack => ({
  id,
  trackId: `track-${id}`,
  title: `Title ${id}`,
  mixName: "Original Mix",
  artists: [`Artist ${id}`],
  remixers: [],
  label: "Label",
  release: "Release",
  coverUrl: null,
  waveformUrl: null,
  beatportUrl: `https://www.beatport.com/track/x/${id}`,
  bpm: 130,
  camelotKey: "8A",
  keyName: "A minor",
  lengthMs: 360_000,
  isrc: `ISRC${id}`,
  publishDate: "2026-11-13",
  preOrder: false,
  preview: null,
  lane: "new",
  laneReason: null,
  position: 0,
  spotify: { status: "found", method: "isrc", confidence: 1, url: null, summary: null },
  categoryId: null,
  silverPosition: null,
  promoted: false,
  alreadyGolden: [],
  ...change,
});

/** A board with Trash and three categories, c1 to c3. */
export const makeBoard = (tracks: readonly BoardTrack[]): Board => ({
  period: {
    id: "period",
    styleName: "Techno (Peak Time / Driving)",
    styleSlug: "techno",
    year: 2026,
    week: 46,
    status: "IN_PROGRESS",
    startedAt: "2026-11-20T10:00:00Z",
    closedAt: null,
  },
  categories: [categoryOf(1), categoryOf(2), categoryOf(3), trash],
  tracks: tracks.map((track, position) => ({ ...track, position })),
  undoable: 0,
  decisionsPerMinute: null,
});

/** `count` bronze tracks, t0, t1, … */
export const bronzeBoard = (count: number): Board =>
  makeBoard(Array.from({ length: count }, (_, index) => makeTrack(`t${index}`)));
