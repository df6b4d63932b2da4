/** Goes to Spotify's consent page, and from there to `callbackUrl`. Pending until the page is left. */
export async function askSpotify(callbackUrl: string, consent: Record<string, string> = {}) {
  const { signIn } = await import("next-auth/react");
  await signIn("spotify", { callbackUrl }, consent);
  await new Promise((resolve) => window.addEventListener("pagehide", resolve, { once: true }));
}
