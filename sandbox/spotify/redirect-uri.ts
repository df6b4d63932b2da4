const LOOPBACK_LITERALS = ["127.0.0.1", "[::1]"];

/** Spotify's rule: https, or http to a loopback IP literal on any port; `localhost` is refused. */
export function isAllowedRedirect(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash } = new URL(text);
  if (hash) return false;
  if (protocol === "http:") return LOOPBACK_LITERALS.includes(hostname);
  return protocol === "https:" && hostname !== "localhost";
}
