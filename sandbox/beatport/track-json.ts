import { sampleWindow } from "../sample-window";
import type { Day } from "../world/calendar";
import { addDays } from "../world/calendar";
import { genres, type SubGenre } from "../world/genres";
import type { MusicalKey } from "../world/keys";
import type { Release, Track } from "../world/publication";
import { at, randomFrom } from "../world/random";
import type { Artist } from "../world/roster";
import { slugOf } from "../world/slug";
import {
  artistImage,
  coverImage,
  labelImage,
  type MediaBase,
  previewUrl,
  waveformImage,
} from "./pictures";
import { preOrderOn, priceJson, statusOn } from "./sale";

const api = "https://api.beatport.com/v4";

export interface View extends MediaBase {
  today: Day;
}

export const artistJson = (view: View, artist: Artist) => ({
  id: artist.id,
  image: artistImage(view, artist),
  name: artist.name,
  slug: slugOf(artist.name),
  url: `${api}/catalog/artists/${artist.id}/`,
});

export const genreRefJson = (genreIndex: number) => {
  const { id, name, slug } = at(genres, genreIndex);
  return { id, name, slug, url: `${api}/catalog/genres/${id}/` };
};

export const subGenreJson = ({ id, name }: SubGenre) => ({
  id,
  name,
  slug: slugOf(name),
  url: `${api}/catalog/sub-genres/${id}/`,
  enabled: true,
});

export const labelRefJson = (view: View, { label }: Pick<Release, "label">) => ({
  id: label.id,
  name: label.name,
  image: labelImage(view, label),
  slug: slugOf(label.name),
});

function keyJson(key: MusicalKey) {
  const [note = "", chord = ""] = key.name.split(" ");
  return {
    camelot_number: key.camelotNumber,
    camelot_letter: key.camelotLetter,
    chord_type: {
      id: chord === "Minor" ? 1 : 2,
      name: chord,
      url: `${api}/catalog/chord-types/${chord === "Minor" ? 1 : 2}/`,
    },
    id: key.id,
    is_sharp: note.endsWith("#"),
    is_flat: note.endsWith("b"),
    letter: note.charAt(0),
    name: key.name,
    url: `${api}/catalog/keys/${key.id}/`,
  };
}

/** Beatport writes the moment it took the sound in with Denver's offset. */
export function encodedDate(id: number, publishDay: Day): string {
  const random = randomFrom("encoded", id);
  const day = addDays(publishDay, -random.int(3, 38));
  const month = Number(day.slice(5, 7));
  const clock = [random.int(6, 22), random.int(0, 59), random.int(0, 59)]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return `${day}T${clock}${month > 3 && month < 11 ? "-06:00" : "-07:00"}`;
}

const lengthText = (milliseconds: number) => {
  const seconds = Math.floor(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

function nameJson(id: number, name: string, group: string) {
  return { id, name, url: `${api}/auxiliary/${group}/${id}/` };
}

/** A track as the lists have it; the last field is one that nobody has documented. */
export function trackJson(view: View, track: Track) {
  const { recording, release } = track;
  const status = statusOn(release, view.today);
  const sample = sampleWindow(recording.lengthMs);
  return {
    artists: recording.artists.map((artist) => artistJson(view, artist)),
    publish_status: "published",
    available_worldwide: recording.availability === "worldwide",
    bpm: recording.listedBpm,
    bsrc_remixer: [],
    catalog_number: release.catalogNumber,
    current_status: nameJson(status.id, status.name, "current-status"),
    encoded_date: encodedDate(release.id, release.publishDay),
    exclusive: status.id === 7,
    free_downloads: [],
    free_download_start_date: null,
    free_download_end_date: null,
    genre: genreRefJson(recording.genreIndex),
    id: track.id,
    image: waveformImage(view, track.id),
    is_available_for_streaming: true,
    is_explicit: recording.explicit,
    is_ugc_remix: false,
    is_dj_edit: false,
    is_dj_version: false,
    isrc: recording.isrc,
    key: recording.keyListed ? keyJson(recording.key) : null,
    label_track_identifier: track.id % 3 === 0 ? `${release.upc}${recording.isrc}` : null,
    length: lengthText(recording.lengthMs),
    length_ms: recording.lengthMs,
    mix_name: recording.listedMixName,
    name: recording.listedName,
    new_release_date: track.newReleaseDay,
    ...preOrderOn(release, view.today),
    price: priceJson(status.price),
    publish_date: release.publishDay,
    release: {
      id: release.id,
      name: release.name,
      image: coverImage(view, release.id),
      label: labelRefJson(view, release),
      slug: slugOf(release.name),
    },
    remixers: recording.creditedRemixers.map((artist) => artistJson(view, artist)),
    sale_type: nameJson(1, "purchase", "sale-types"),
    sample_url: previewUrl(view, track.id),
    sample_start_ms: sample.startMs,
    sample_end_ms: sample.endMs,
    slug: slugOf(recording.listedName),
    sub_genre: recording.subGenre ? subGenreJson(recording.subGenre) : null,
    url: `${api}/catalog/tracks/${track.id}/`,
    is_hype: track.id % 53 === 0,
    spatial_audio: null,
  };
}

export function trackDetailJson(view: View, track: Track) {
  const { url: _, ...listed } = trackJson(view, track);
  return {
    ...listed,
    audio_format: null,
    desc: null,
    enabled: true,
    encode_status: "CONVERTED",
    exclusive_period: {
      days: 0,
      description: "Not exclusive",
      id: 1,
      url: `${api}/auxiliary/exclusive-period/1/`,
    },
    hidden: false,
    is_classic: false,
    number: track.position,
    was_ever_exclusive: listed.exclusive,
  };
}
