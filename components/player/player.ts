import { type AudioElement, type Clock, createOutput } from "./audio-output";
import type { Playable } from "./playable";

/** What changes rarely; the clock is apart, in `onTick`. */
export type PlayerState = {
  current: Playable | null;
  status: "empty" | "loading" | "playing" | "paused" | "failed";
  /** In words, while `status` is failed. */
  problem: string | null;
  /** 0 to 1. */
  volume: number;
  hasNext: boolean;
  hasPrevious: boolean;
};

export type Player = ReturnType<typeof createPlayer>;

const silence: PlayerState = {
  current: null,
  status: "empty",
  problem: null,
  volume: 1,
  hasNext: false,
  hasPrevious: false,
};

/** One player for the whole app: what plays, and the queue that next and previous step through. */
export function createPlayer(makeAudio: () => AudioElement) {
  let state = silence;
  let queue: readonly Playable[] = [];
  const listeners = new Set<() => void>();
  const clocks = new Set<(clock: Clock) => void>();

  const output = createOutput(makeAudio, {
    onStatus(status) {
      if (status === "failed") set({ status, problem: "This preview cannot be played." });
      else if (state.status !== "failed") set({ status });
    },
    onTick(clock) {
      for (const listener of clocks) listener(clock);
    },
  });

  const placeOf = (track: Playable | null) => queue.findIndex(({ id }) => id === track?.id);

  function set(change: Partial<PlayerState>) {
    const next = { ...state, ...change };
    const at = placeOf(next.current);
    state = { ...next, hasPrevious: at > 0, hasNext: at >= 0 && at < queue.length - 1 };
    for (const listener of listeners) listener();
  }

  function play(track: Playable, fromSeconds = 0) {
    if (!track.previewUrl) {
      output.pause();
      set({ current: track, status: "failed", problem: "No preview at Beatport." });
      return;
    }
    if (state.current?.id === track.id && state.status !== "failed") {
      if (fromSeconds > 0) output.seekTo(fromSeconds);
    } else {
      set({ current: track, status: "loading", problem: null });
      output.load(track.previewUrl, fromSeconds);
    }
    output.start();
  }

  const isOn = () => state.status === "playing" || state.status === "loading";

  return {
    getState: () => state,
    isOn,
    play,
    toggle(track: Playable | null = state.current) {
      if (!track) return;
      if (track.id === state.current?.id && isOn()) output.pause();
      else play(track);
    },
    pause: output.pause,
    seekTo: output.seekTo,
    seekBy: (seconds: number) => output.seekTo(output.clock().seconds + seconds),
    step(offset: 1 | -1) {
      const at = placeOf(state.current);
      const next = at < 0 ? undefined : queue[at + offset];
      if (next) play(next);
    },
    setQueue(tracks: readonly Playable[]) {
      queue = tracks;
      set({});
    },
    setVolume(volume: number) {
      output.setVolume(volume);
      set({ volume });
    },
    getClock: output.clock,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Called several times a second while it plays, and after each seek. */
    onTick(listener: (clock: Clock) => void) {
      clocks.add(listener);
      return () => {
        clocks.delete(listener);
      };
    },
  };
}
