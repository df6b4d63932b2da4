import "server-only";
import { appleLibrary } from "@/lib/apple-music/apple-library";
import type { PersonalProvider, Provider } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";
import { spotifyLibrary } from "@/lib/spotify/spotify-library";
import type { ProviderLibrary } from "./provider-library";

const libraries: Record<PersonalProvider, ProviderLibrary> = {
  spotify: spotifyLibrary,
  apple: appleLibrary,
};

/** Providers whose users have a library that can be read. */
export const hasLibrary = (provider: Provider): provider is PersonalProvider =>
  provider in libraries;

export function libraryOf(provider: Provider): ProviderLibrary {
  if (!hasLibrary(provider)) throw new AppError("INVALID", "It has no library to read.");
  return libraries[provider];
}
