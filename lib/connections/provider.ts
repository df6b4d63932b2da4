export const providers = ["spotify", "beatport", "apple", "musicbrainz", "llm"] as const;
export type Provider = (typeof providers)[number];

/** Providers at which a person has an account of their own, with a library. */
export const personalProviders = ["spotify", "apple"] as const satisfies readonly Provider[];
export type PersonalProvider = (typeof personalProviders)[number];

const names: Record<Provider, string> = {
  spotify: "Spotify",
  beatport: "Beatport",
  apple: "Apple Music",
  musicbrainz: "MusicBrainz",
  llm: "The language model",
};

export const providerName = (provider: Provider) => names[provider];

export const connectionStatuses = ["active", "needs_reconnect", "disconnected"] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];
