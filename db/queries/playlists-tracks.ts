import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { creditedNames } from "./credits";
import { type OwnLibrary, ownConnection } from "./library-pages";

export type NamedTrack = {
  uri: string;
  name: string;
  artists: string[];
  coverUrl: string | null;
  url: string | null;
  bpm: number | null;
  camelotKey: string | null;
};

/** What tracks are called, as the person's library knows it, else the catalogue; unknown ones are left out. */
export async function listTrackNames(
  db: Db,
  { uris, ...own }: OwnLibrary & { uris: readonly string[] },
): Promise<NamedTrack[]> {
  const rows = await db.execute<NamedTrack>(sql`
    with asked as (
      select uri, split_part(uri, ':', 2) as kind,
        case when uri like 'spotify:local:%' then uri else split_part(uri, ':', 3) end as id
      from unnest(${sql.param([...uris])}::text[]) as uri
    ),
    library as (
      select distinct on (a.uri) a.uri, i.name, i.cover_url, i.url,
        coalesce((select array_agg(x.value ->> 'name' order by x.ordinality)
          from jsonb_array_elements(i.artists) with ordinality x), '{}') as artists
      from asked a
      join provider_items i on i.connection_id = ${ownConnection(own)}
        and i.external_id = a.id and i.kind::text = a.kind
      order by a.uri, i.id desc
    ),
    catalogue as (
      select distinct on (a.uri) a.uri, t.bpm, t.camelot_key, r.cover_url,
        t.title || coalesce(' (' || nullif(t.mix_name, '') || ')', '') as name,
        ${creditedNames("artist")} as artists
      from asked a
      join track_matches m on m.external_uri = a.uri and m.provider = 'spotify'
        and m.status = 'found'
      join tracks t on t.id = m.track_id
      left join releases r on r.id = t.release_id
      order by a.uri, t.id
    )
    select a.uri, coalesce(l.name, c.name) as name, coalesce(l.artists, c.artists) as artists,
      coalesce(l.cover_url, c.cover_url) as "coverUrl", l.url, c.bpm, c.camelot_key as "camelotKey"
    from asked a
    left join library l on l.uri = a.uri
    left join catalogue c on c.uri = a.uri
    where l.uri is not null or c.uri is not null
  `);
  return [...rows];
}
