import { afterAll, beforeAll, expect, test } from "vitest";
import { beatportPage } from "../testing/answers";
import { type Client, startClient } from "../testing/client";

let client: Client;
let track: { cover: string; waveform: string; preview: string; artist: string };

beforeAll(async () => {
  client = await startClient();
  const beatport = await client.beatport();
  const answer = await beatport("/catalog/tracks/?genre_id=6&publish_date=2026-11-13&per_page=1");
  const [first] = beatportPage.parse(await answer.json()).results;
  track = {
    cover: `${client.url}/media/covers/1400x1400/${first?.release.id}.svg`,
    waveform: first?.image.uri ?? "",
    preview: first?.sample_url ?? "",
    artist: `${client.url}/media/artists/590x404/${first?.artists[0]?.id}.svg`,
  };
});
afterAll(() => client.close());

test("covers, waveforms and portraits are pictures that any page may use", async () => {
  for (const address of [track.cover, track.waveform, track.artist]) {
    const response = await fetch(address);
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.text()).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  }
});

test("a picture is the same every time", async () => {
  const [first, second] = await Promise.all([fetch(track.cover), fetch(track.cover)]);
  expect(await first.text()).toBe(await second.text());
});

test("a waveform is one shape on nothing", async () => {
  const svg = await (await fetch(track.waveform)).text();
  expect(svg.match(/fill="/g)).toHaveLength(1);
  expect(svg).not.toContain("<rect");
});

test("a preview is two minutes of sound, with loud and quiet parts", async () => {
  const file = Buffer.from(await (await fetch(track.preview)).arrayBuffer());
  expect(file.toString("ascii", 0, 4)).toBe("RIFF");
  const rate = file.readUInt32LE(24);
  expect((file.length - 44) / (rate * 2)).toBeCloseTo(120, 0);
  const power = Array.from({ length: 24 }, (_, part) => {
    const start = 44 + Math.floor(((file.length - 44) * part) / 52) * 2;
    let sum = 0;
    for (let at = start; at < start + rate * 2; at += 2) sum += file.readInt16LE(at) ** 2;
    return Math.sqrt(sum / rate);
  });
  expect(Math.max(...power)).toBeGreaterThan(2_000);
  expect(Math.max(...power)).toBeGreaterThan(Math.min(...power) * 3);
});

test("a preview can be entered anywhere", async () => {
  const whole = Buffer.from(await (await fetch(track.preview)).arrayBuffer());
  const part = await fetch(track.preview, { headers: { range: "bytes=100000-100099" } });
  expect(part.status).toBe(206);
  expect(part.headers.get("content-range")).toBe(`bytes 100000-100099/${whole.length}`);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(100_000, 100_100));
  const beyond = await fetch(track.preview, { headers: { range: `bytes=${whole.length}-` } });
  expect(beyond.status).toBe(416);
  const head = await fetch(track.preview, { method: "HEAD" });
  expect(head.headers.get("content-length")).toBe(String(whole.length));
  expect(head.headers.get("accept-ranges")).toBe("bytes");
});

test("what is not of this world is not found", async () => {
  for (const path of [
    "waveforms/4000000000000.svg",
    "previews/4000000000000.wav",
    "covers/x.svg",
    "covers/{w}x{h}/1.svg",
  ]) {
    expect((await fetch(`${client.url}/media/${path}`)).status).toBe(404);
  }
});
