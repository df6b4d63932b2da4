import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { trackFacts } from "@/db/schema";
import type { Moment } from "@/lib/rules/day-range";
import { fields } from "@/lib/rules/field";
import { camelotKeys } from "@/lib/rules/key-distance";
import type { RuleOverride } from "@/lib/rules/override";
import type { RuleDefinition, SortOrder } from "@/lib/rules/rule-schema";
import { asksFor } from "./rules-where";

/** A user's rule set as it is asked: saved or still being edited, with its pins and exclusions. */
export type Selection = {
  userId: string;
  rule: RuleDefinition;
  overrides: readonly RuleOverride[];
  at: Moment;
};

const param = (values: readonly unknown[]) => sql.param([...values]);

function rankOf(field: SortOrder["field"]): SQL {
  const { type, column } = fields[field];
  if (type === "key") return sql`array_position(${param(camelotKeys)}::text[], ${trackFacts.key})`;
  return type === "text" ? sql`${trackFacts[column]} collate "C"` : sql`${trackFacts[column]}`;
}

const overridesRow = (overrides: readonly RuleOverride[]) => sql`unnest(
  ${param(overrides.map(({ recordingKey }) => recordingKey))}::text[],
  ${param(overrides.map(({ kind }) => kind))}::text[],
  ${param(overrides.map(({ position }) => position))}::int[]
) as o (recording_key, kind, position)`;

/** The tracks that the conditions and the person let in, before any count; with what orders them. */
function takenRows({ userId, rule, overrides, at }: Selection): SQL {
  const ranks = rule.sort.map(
    ({ field }, index) => sql`${rankOf(field)} as ${sql.identifier(`rank_${index}`)},`,
  );
  const columns = sql`${trackFacts.recordingKey} collate "C" as recording_key,
    ${sql.join(ranks, sql` `)}
    ${trackFacts.artistsFolded}[1] as artist, ${trackFacts.labelFolded} as label`;
  const asked = asksFor(rule, at);
  if (overrides.length === 0) {
    return sql`
      select ${columns}, false as pinned, null::int as position from ${trackFacts}
      where ${trackFacts.userId} = ${userId}::uuid and ${asked}
    `;
  }
  return sql`
    select ${columns}, coalesce(o.kind = 'pin', false) as pinned, o.position
    from ${trackFacts} left join ${overridesRow(overrides)}
      on o.recording_key = ${trackFacts.recordingKey}
    where ${trackFacts.userId} = ${userId}::uuid
      and (o.kind = 'pin' or (o.kind is null and ${asked}))
  `;
}

/** Columns of the rows of a selection that sort them. */
function orderOf({ sort }: RuleDefinition): SQL {
  const ranks = sort.map(({ direction }, index) => {
    const rank = sql.identifier(`rank_${index}`);
    return direction === "asc" ? sql`${rank} asc nulls last,` : sql`${rank} desc nulls last,`;
  });
  return sql`${sql.join(ranks, sql` `)} recording_key`;
}

/** Keeps rows of which there are at most so many per name before; pins count first, and stay. */
const keepPerName = (rows: SQL, name: SQL, most: number, order: SQL) => sql`
  select * from (
    select *, row_number() over (partition by ${name} order by pinned desc, ${order}) as nth
    from (${rows}) r
  ) r where pinned or ${name} is null or nth <= ${most}::int
`;

/** Without the columns of counting, which the next count adds again. */
const bare = (rows: SQL, { sort }: RuleDefinition) => {
  const ranks = sort.map((_, index) => sql`${sql.identifier(`rank_${index}`)},`);
  return sql`
    select recording_key, ${sql.join(ranks, sql` `)} artist, label, pinned, position from (${rows}) r
  `;
};

/** The rows of a selection, in no order: what lib/rules/select-tracks.ts keeps, set-wise. */
export function keptRows(selection: Selection): SQL {
  const { rule } = selection;
  const order = orderOf(rule);
  let rows = takenRows(selection);
  if (rule.perArtist !== null) {
    rows = bare(keepPerName(rows, sql`artist`, rule.perArtist, order), rule);
  }
  if (rule.perLabel !== null) {
    rows = bare(keepPerName(rows, sql`label`, rule.perLabel, order), rule);
  }
  if (rule.limit === null) return rows;
  if (selection.overrides.length === 0) {
    return sql`select * from (${rows}) r order by ${order} limit ${rule.limit}::int`;
  }
  const numbered = sql`
    select *, row_number() over (order by pinned desc, ${order}) as nth from (${rows}) r
  `;
  return bare(sql`select * from (${numbered}) r where pinned or nth <= ${rule.limit}::int`, rule);
}

/**
 * The keys of a selection in its order, all or a page of them. Before a pin that wants a place of its
 * own come as many others as that place, or the one of a pin before it, leaves room for.
 */
export function orderedKeys(selection: Selection, page: SQL = sql``): SQL {
  const order = orderOf(selection.rule);
  const kept = keptRows(selection);
  if (!selection.overrides.some(({ position }) => position !== null)) {
    return sql`select recording_key as key from (${kept}) k order by ${order} ${page}`;
  }
  return sql`
    select recording_key as key
    from (
      select *, case when position is null then nth else greatest(
        0, max(position - nth) over (partition by position is null order by nth)
      ) end as others_before
      from (
        select *, row_number() over (
          partition by position is null
          order by position, case when position is not null then recording_key end, ${order}
        ) - 1 as nth
        from (${kept}) k
      ) n
    ) b
    order by others_before, position is null, nth ${page}
  `;
}
