import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { SourceKind } from "@/lib/sources/source";

type Own = { userId: string };

/** A list that can be a source. */
export type OfferedList = {
  kind: SourceKind;
  subject: string;
  name: string;
  provider: PersonalProvider | null;
  /** Whether the provider gives its tracks. */
  isReadable: boolean;
};

/**
 * Every list that a user can gather tracks from: of the libraries that are connected, then of their
 * curation, then the styles they follow.
 */
export async function listOfferedLists(db: Db, { userId }: Own): Promise<OfferedList[]> {
  const user = sql`${userId}::uuid`;
  const rows = await db.execute<OfferedList>(sql`
    with libraries as (
      select id, provider from connections
      where user_id = ${user} and provider in ('spotify', 'apple') and status <> 'disconnected'
    ),
    playlists as (
      select distinct on (p.connection_id, p.external_id) p.external_id, p.name, p.gone,
        p.items_readable, l.provider
      from libraries l join user_playlists p on p.connection_id = l.id
      order by p.connection_id, p.external_id, p.id desc
    ),
    lists as (
      select 1 as place, 'liked' as kind, '' as subject, 'Liked tracks' as name, provider::text,
        true as readable, '' as style, 0 as position
      from libraries
      union all
      select 2, 'saved_albums', '', 'Saved albums', provider::text, true, '', 0
      from libraries where provider = 'spotify'
      union all
      select 3, 'playlist', external_id, name, provider::text, items_readable, '', 0
      from playlists where not gone
      union all
      select o.place, o.kind, c.id::text, s.name || ': ' || c.name, null, true, s.name, c.position
      from user_categories c join styles s on s.id = c.style_id
      cross join (values (4, 'golden'), (5, 'silver')) as o(place, kind)
      where c.user_id = ${user} and not c.is_trash and c.archived_at is null
      union all
      select 6, 'style', s.id::text, s.name, null, true, '', u.position
      from user_styles u join styles s on s.id = u.style_id where u.user_id = ${user}
    )
    select kind, subject, name, provider, readable as "isReadable" from lists
    order by place, provider desc, not readable, style, position, lower(name), subject
  `);
  return [...rows];
}

/** The names of a user's categories, each once, by the alphabet. */
export async function listCategoryNames(db: Db, { userId }: Own): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select name from user_categories
    where user_id = ${userId}::uuid and not is_trash and archived_at is null
    group by name order by lower(name), name
  `);
  return rows.map(({ name }) => name);
}
