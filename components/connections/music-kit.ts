const SCRIPT = "https://js-cdn.music.apple.com/musickit/v3/musickit.js";

type Instance = { authorize: () => Promise<string | undefined> };

declare global {
  interface Window {
    MusicKit?: {
      configure: (settings: {
        developerToken: string;
        app: { name: string; build: string };
      }) => Promise<Instance>;
    };
  }
}

function loadScript(): Promise<void> {
  if (window.MusicKit) return Promise.resolve();
  return new Promise((resolve, reject) => {
    document.addEventListener("musickitloaded", () => resolve(), { once: true });
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.async = true;
    script.onerror = () => reject(new Error("Apple’s MusicKit could not be loaded."));
    document.head.append(script);
  });
}

/** Apple's MusicKit, ready to ask. It has to be, before a press: a window opened later is blocked. */
export async function prepareMusicKit(developerToken: string): Promise<Instance> {
  await loadScript();
  if (!window.MusicKit) throw new Error("Apple’s MusicKit could not be loaded.");
  return window.MusicKit.configure({ developerToken, app: { name: "Clouder", build: "1" } });
}
