export type Clock = { seconds: number; duration: number };

export type AudioElement = Pick<
  HTMLAudioElement,
  "src" | "currentTime" | "duration" | "volume" | "preload" | "play" | "pause"
> & { addEventListener: (type: string, listener: () => void) => void };

type Events = {
  onStatus: (status: "playing" | "loading" | "paused" | "failed") => void;
  onTick: (clock: Clock) => void;
};

/** Seeking to the very end would stop the track instead of showing where it ends. */
const END_MARGIN_SECONDS = 0.25;

/** The audio element behind a few words; it is made at the first load, never on a server. */
export function createOutput(makeAudio: () => AudioElement, { onStatus, onTick }: Events) {
  let audio: AudioElement | null = null;
  let startAtSeconds = 0;
  let volume = 1;

  function clock(): Clock {
    const duration = audio && Number.isFinite(audio.duration) ? audio.duration : 0;
    return { seconds: audio?.currentTime ?? 0, duration };
  }
  const tick = () => onTick(clock());

  function seekTo(seconds: number) {
    if (!audio) return;
    const { duration } = clock();
    const end = duration > 0 ? duration - END_MARGIN_SECONDS : seconds;
    audio.currentTime = Math.max(0, Math.min(seconds, end));
    tick();
  }

  function element(): AudioElement {
    if (audio) return audio;
    audio = makeAudio();
    audio.preload = "auto";
    audio.volume = volume;
    audio.addEventListener("playing", () => onStatus("playing"));
    audio.addEventListener("waiting", () => onStatus("loading"));
    audio.addEventListener("pause", () => onStatus("paused"));
    audio.addEventListener("error", () => onStatus("failed"));
    audio.addEventListener("loadedmetadata", () => {
      if (startAtSeconds > 0) seekTo(startAtSeconds);
      startAtSeconds = 0;
      tick();
    });
    audio.addEventListener("timeupdate", tick);
    return audio;
  }

  function start() {
    element()
      .play()
      .then(undefined, (reason: unknown) => {
        const name = reason instanceof Error ? reason.name : "";
        // Aborted: another track took over. Not allowed: the browser wants a click first.
        if (name === "NotAllowedError") onStatus("paused");
        else if (name !== "AbortError") onStatus("failed");
      });
  }

  return {
    clock,
    seekTo,
    start,
    load(url: string, fromSeconds: number) {
      startAtSeconds = fromSeconds;
      element().src = url;
    },
    pause: () => audio?.pause(),
    setVolume(next: number) {
      volume = next;
      if (audio) audio.volume = next;
    },
  };
}
