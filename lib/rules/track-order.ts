import { fields } from "./field";
import { camelotKeys } from "./key-distance";
import type { SortOrder } from "./rule-schema";
import { stages } from "./stage";
import type { RuleTrack } from "./track-facts";

type Rank = (track: RuleTrack) => string | number | null;

const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** A UTF-16 unit as it ranks among code points: surrogates stand for those behind U+FFFF. */
const rankOfUnit = (unit: number) =>
  unit < SURROGATES ? unit : unit < AFTER_SURROGATES ? unit + 0x2000 : unit - 0x800;

/** The order of code points, which is Postgres' order of bytes. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index += 1) {
    const left = one.charCodeAt(index);
    const right = other.charCodeAt(index);
    if (left !== right) return rankOfUnit(left) - rankOfUnit(right);
  }
  return one.length - other.length;
}

function rankBy(field: SortOrder["field"]): Rank {
  const about = fields[field];
  switch (about.type) {
    case "choice":
      return (track) => stages.indexOf(track[about.column]);
    case "key":
      return (track) => {
        const place = camelotKeys.indexOf(track.key ?? "");
        return place < 0 ? null : place;
      };
    case "boolean":
      return (track) => {
        const value = track[about.column];
        return value === null ? null : Number(value);
      };
    case "date":
      return (track) => {
        const value = track[about.column];
        return value instanceof Date ? value.getTime() : value;
      };
    default:
      return (track) => track[about.column];
  }
}

const compareValues = (one: string | number, other: string | number) =>
  typeof one === "string" && typeof other === "string"
    ? compareTexts(one, other)
    : Number(one) - Number(other);

/** The order of a selection: missing values last, and by recording where all else is equal. */
export function compareTracks(sort: readonly SortOrder[]) {
  const orders = sort.map(({ field, direction }) => ({
    rank: rankBy(field),
    sign: direction === "asc" ? 1 : -1,
  }));
  return (one: RuleTrack, other: RuleTrack): number => {
    for (const { rank, sign } of orders) {
      const left = rank(one);
      const right = rank(other);
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return sign * compareValues(left, right);
    }
    return compareTexts(one.recordingKey, other.recordingKey);
  };
}
