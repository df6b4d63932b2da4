import "server-only";
import type { Provider } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";
import { spotifyLibrary } from "@/lib/spotify/spotify-library";
import type { ProviderLibrary } from "./provider-library";

const libraries: Partial<Record<Provider, ProviderLibrary>> = { spotify: spotifyLibrary };

/** Providers whose users have a library that can be read. */
export const hasLibrary = (provider: Provider) => provider in libraries;

export function libraryOf(provider: Provider): ProviderLibrary {
  const library = libraries[provider];
  if (!library) throw new AppError("INVALID", "This provider has no library to read.");
  return library;
}
