const providerMedia = [
  "https://geo-media.beatport.com",
  "https://geo-samples.beatport.com",
  "https://*.scdn.co",
  "https://*.mzstatic.com",
];

/** Scripts only with this answer's nonce; pictures and audio only from the services whose data is shown. */
export function contentSecurityPolicy(args: {
  nonce: string;
  sandboxOrigin: string | null;
  development: boolean;
  /** The page on which MusicKit asks for consent: it speaks with Apple. */
  withMusicKit?: boolean;
}): string {
  const media = args.sandboxOrigin ? [...providerMedia, args.sandboxOrigin] : providerMedia;
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${args.nonce}'`,
      "'strict-dynamic'",
      ...(args.development ? ["'unsafe-eval'"] : []),
    ],
    // Virtual lists and category colours are style attributes, which no nonce can cover.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", ...media],
    "media-src": ["'self'", ...media],
    "font-src": ["'self'"],
    "connect-src": [
      "'self'",
      ...(args.development ? ["ws:"] : []),
      ...(args.withMusicKit ? ["https://*.apple.com"] : []),
    ],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
