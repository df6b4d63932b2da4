import { beforeEach, expect, test } from "vitest";
import type { Playable } from "./playable";
import { createPlayer, type Player } from "./player";

class FakeAudio extends EventTarget {
  src = "";
  currentTime = 0;
  duration = Number.NaN;
  volume = 1;
  preload: HTMLAudioElement["preload"] = "";
  refusal: string | null = null;

  play() {
    if (this.refusal) return Promise.reject(new DOMException("no", this.refusal));
    this.duration = 120;
    this.dispatchEvent(new Event("loadedmetadata"));
    this.dispatchEvent(new Event("playing"));
    return Promise.resolve();
  }
  pause() {
    this.dispatchEvent(new Event("pause"));
  }
}

const track = (id: string, previewUrl: string | null = `https://x.test/${id}.mp3`): Playable => ({
  id,
  title: id,
  mixName: null,
  artists: "Somebody",
  coverUrl: null,
  previewUrl,
  source: "Beatport preview",
});
const [a, b, silent] = [track("a"), track("b"), track("silent", null)];

let audio: FakeAudio;
let made: number;
let player: Player;

beforeEach(() => {
  audio = new FakeAudio();
  made = 0;
  player = createPlayer(() => {
    made += 1;
    return audio;
  });
});

test("makes one audio element, and only when something plays", () => {
  expect(made).toBe(0);
  player.play(a);
  player.play(b);
  expect(made).toBe(1);
  expect(audio.src).toBe(b.previewUrl);
});

test("the same key plays and pauses, and goes on where it stood", () => {
  player.toggle(a);
  expect(player.getState().status).toBe("playing");
  audio.currentTime = 30;
  player.toggle(a);
  expect(player.getState().status).toBe("paused");
  player.toggle(a);
  expect(player.getState().status).toBe("playing");
  expect(audio.currentTime).toBe(30);
});

test("seeking stays inside the preview", () => {
  player.play(a);
  player.seekBy(-10);
  expect(audio.currentTime).toBe(0);
  player.seekBy(500);
  expect(audio.currentTime).toBeCloseTo(119.75);
});

test("a start position waits until the length is known", () => {
  player.play(a, 42);
  expect(audio.currentTime).toBe(42);
});

test("next and previous follow the queue and know its ends", () => {
  player.setQueue([a, b]);
  player.play(a);
  expect(player.getState()).toMatchObject({ hasPrevious: false, hasNext: true });
  player.step(1);
  expect(player.getState()).toMatchObject({ current: b, hasPrevious: true, hasNext: false });
  player.step(1);
  expect(player.getState().current).toBe(b);
});

test("a missing preview is said, and the one before falls silent", () => {
  player.play(a);
  player.play(silent);
  expect(player.getState()).toMatchObject({
    current: silent,
    status: "failed",
    problem: "No preview at Beatport.",
  });
});

test("a file that cannot be played is said; being overtaken is not an error", async () => {
  audio.refusal = "NotSupportedError";
  player.play(a);
  await Promise.resolve().then(() => {});
  expect(player.getState().status).toBe("failed");
  audio.refusal = "AbortError";
  player.play(b);
  await Promise.resolve().then(() => {});
  expect(player.getState().status).toBe("loading");
});

test("a browser that wants a click first leaves the player paused", async () => {
  audio.refusal = "NotAllowedError";
  player.play(a);
  await Promise.resolve().then(() => {});
  expect(player.getState().status).toBe("paused");
});

test("listeners of the clock hear seeks, listeners of the state do not", () => {
  player.play(a);
  let ticks = 0;
  let changes = 0;
  player.onTick(() => {
    ticks += 1;
  });
  player.subscribe(() => {
    changes += 1;
  });
  player.seekTo(10);
  expect([ticks, changes]).toEqual([1, 0]);
});
