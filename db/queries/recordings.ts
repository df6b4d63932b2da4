import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * The catalogue's track that a provider's track was matched with; of several the one that agrees with
 * the provider's own words. It says which recording the track is before those words do.
 */
export const matchedTrack = (of: { provider: SQL; externalId: SQL; ownKey: SQL }) => sql`
  select t.id, t.recording_key
  from track_matches m join tracks t on t.id = m.track_id
  where m.provider = ${of.provider} and m.external_id = ${of.externalId} and m.status = 'found'
  order by (t.recording_key = ${of.ownKey}) desc, t.recording_key, t.id limit 1`;

/**
 * The only recording of the catalogue that is called what a track without an ISRC is called. One that
 * the track was taken for before stays it for as long as it is called so, whatever else comes to be.
 * While not all of the catalogue was named, nobody knows whether it is the only one.
 */
export const namesake = (of: { provider: SQL; externalId: SQL; ownKey: SQL; was: SQL }) => sql`
  select case
      when bool_or(t.recording_key = ${of.was}) then ${of.was}
      when min(t.recording_key) = max(t.recording_key) then min(t.recording_key)
    end as recording_key
  from tracks t
  where t.name_key = ${of.ownKey} and ${of.ownKey} not like 'name:|%' and not exists (
    select from track_matches x
    where x.track_id = t.id and x.provider = ${of.provider} and x.external_id = ${of.externalId}
      and x.status = 'rejected'
  ) and not exists (select from tracks u where u.name_key is null)`;

/**
 * The recording that a row of a source, `t`, is by now: what the library has follows new matches, what
 * came from the catalogue is asked there, and else it is as it was when the source was fetched.
 */
export const heldRecording = ({ inLibrary }: { inLibrary: SQL }) => sql`
  coalesce(
    ${inLibrary},
    case when t.connection_id is null then (
      select c.recording_key from tracks c where c.id = t.track_id
    ) end,
    t.recording_key
  )`;

/** Tracks of sources with the recording that each is by now. */
export const heldTracks = sql`
  select t.source_id, t.edition, t.position,
    ${heldRecording({ inLibrary: sql`l.recording_key` })} as recording_key,
    t.spotify_uri, t.track_id, t.title, t.artists, t.added_at, t.found_in
  from source_tracks t
  left join library_recordings l
    on l.connection_id = t.connection_id and l.external_id = t.external_id`;
