/** Where the pictures and sounds of a request's answer are served: the address it came in on. */
export interface MediaBase {
  origin: string;
}

const PLACEHOLDER_ARTIST = 5_539_565;
const PLACEHOLDER_LABEL = 5_539_566;

function imageJson({ origin }: MediaBase, id: number, folder: string, file: string, size: string) {
  return {
    id,
    uri: `${origin}/media/${folder}/${size}/${file}`,
    dynamic_uri: `${origin}/media/${folder}/{w}x{h}/${file}`,
  };
}

export const coverImage = (base: MediaBase, releaseId: number) =>
  imageJson(base, 100_000_000 + releaseId, "covers", `${releaseId}.svg`, "1400x1400");

export const waveformImage = (base: MediaBase, trackId: number) =>
  imageJson(base, trackId, "waveforms", `${trackId}.svg`, "1500x250");

export const artistImage = (base: MediaBase, artist: { id: number; hasPicture: boolean }) =>
  imageJson(
    base,
    artist.hasPicture ? artist.id + 40_000_000 : PLACEHOLDER_ARTIST,
    "artists",
    artist.hasPicture ? `${artist.id}.svg` : "placeholder.svg",
    "590x404",
  );

export const labelImage = (base: MediaBase, label: { id: number; hasPicture: boolean }) =>
  imageJson(
    base,
    label.hasPicture ? label.id + 50_000_000 : PLACEHOLDER_LABEL,
    "labels",
    label.hasPicture ? `${label.id}.svg` : "placeholder.svg",
    "500x500",
  );

export const previewUrl = ({ origin }: MediaBase, trackId: number) =>
  `${origin}/media/previews/${trackId}.wav`;
