import { ZipFile } from "yazl";

export const START = Date.UTC(2024, 2, 30, 20);
/** A row of the export: the play of that number, one every 200 seconds. */
export const row = (number: number, changes: object = {}) => ({
  ts: new Date(START + number * 200_000).toISOString().replace(".000Z", "Z"),
  ms_played: 200_000,
  master_metadata_track_name: `Track ${number % 50}`,
  master_metadata_album_artist_name: `Artist ${number % 7}`,
  master_metadata_album_album_name: `Album ${number % 20}`,
  spotify_track_uri: `spotify:track:${number % 50}`,
  ...changes,
});
export const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => row(from + index));
export const json = (value: unknown) => Buffer.from(JSON.stringify(value));

export async function zipOf(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** The same archive as if it were encrypted: the headers of its files say so. */
export function locked(archive: Buffer): Buffer {
  const copy = Buffer.from(archive);
  for (const [signature, flags] of [
    ["PK\x03\x04", 6],
    ["PK\x01\x02", 8],
  ] as const) {
    let at = copy.indexOf(signature, 0, "latin1");
    for (; at >= 0; at = copy.indexOf(signature, at + 1, "latin1")) {
      copy.writeUInt16LE(copy.readUInt16LE(at + flags) | 1, at + flags);
    }
  }
  return copy;
}
