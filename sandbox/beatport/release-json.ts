import type { Release } from "../world/publication";
import type { Artist, Label } from "../world/roster";
import { slugOf } from "../world/slug";
import { artistImage, coverImage, labelImage } from "./pictures";
import { preOrderOn, priceJson, statusOn } from "./sale";
import { artistJson, encodedDate, labelRefJson, type View } from "./track-json";

const api = "https://api.beatport.com/v4";

function bpmRange({ tracks }: Release) {
  const tempos = tracks.flatMap(({ recording }) => recording.listedBpm ?? []);
  return tempos.length
    ? { min: Math.min(...tempos), max: Math.max(...tempos) }
    : { min: null, max: null };
}

export function releaseJson(view: View, release: Release) {
  const status = statusOn(release, view.today);
  const remixers = new Set(release.tracks.flatMap(({ recording }) => recording.creditedRemixers));
  const encoded = encodedDate(release.id, release.publishDay);
  return {
    artists: release.artists.map((artist) => artistJson(view, artist)),
    bpm_range: bpmRange(release),
    catalog_number: release.catalogNumber,
    desc:
      release.id % 4 === 0 ? `${release.name} is out on ${release.label.name}.\\n\\nEnjoy.` : null,
    enabled: true,
    encoded_date: encoded,
    exclusive: status.id === 7,
    id: release.id,
    image: coverImage(view, release.id),
    is_explicit: false,
    is_ugc_remix: false,
    is_dj_edit: false,
    is_dj_version: false,
    label: labelRefJson(view, release),
    name: release.name,
    new_release_date: release.publishDay,
    override_price: null,
    ...preOrderOn(release, view.today),
    price: priceJson(status.price * release.tracks.length),
    price_override_firm: false,
    publish_date: release.publishDay,
    remixers: [...remixers].map((artist) => artistJson(view, artist)),
    slug: slugOf(release.name),
    track_count: release.tracks.length,
    upc: release.upc,
    updated: encoded,
    url: `${api}/catalog/releases/${release.id}/`,
    is_hype: false,
  };
}

export function releaseDetailJson(view: View, release: Release) {
  const { url: _, ...listed } = releaseJson(view, release);
  return {
    ...listed,
    grid: null,
    is_available_for_streaming: true,
    tracks: release.tracks.map(({ id }) => `${api}/catalog/tracks/${id}/`),
    type: release.kind === "compilation" ? { id: 3, name: "Album" } : { id: 1, name: "Release" },
  };
}

export const artistDetailJson = (view: View, artist: Artist) => ({
  bio: null,
  dj_association: null,
  enabled: true,
  id: artist.id,
  image: artistImage(view, artist),
  name: artist.name,
  slug: slugOf(artist.name),
  website: null,
});

export const labelDetailJson = (view: View, label: Label) => ({
  bio: null,
  created: "2015-01-05T10:00:00-07:00",
  default_pre_order_weeks: null,
  enabled: true,
  has_exclusive_contract: false,
  id: label.id,
  image: labelImage(view, label),
  is_available_for_hype: false,
  is_available_for_bundle_subscription: true,
  is_available_for_pre_order: true,
  is_available_for_streaming: true,
  is_included_in_rightsflow: true,
  latest_active_publish_date: null,
  name: label.name,
  slug: slugOf(label.name),
  updated: "2026-01-05T10:00:00-07:00",
  hype_eligible: false,
  hype_active: false,
  hype_trial_start_date: null,
  hype_trial_end_date: null,
});
