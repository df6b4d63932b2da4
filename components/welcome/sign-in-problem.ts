const problems: Record<string, string> = {
  AccessDenied: "Spotify was not allowed to share your account, so nothing was connected.",
  OAuthCallback:
    "Spotify was not allowed to share your account, or the way back took too long. Nothing was connected.",
  Callback: "The way back from Spotify did not arrive whole. Nothing was connected.",
  OAuthCreateAccount: "Your account could not be stored. Nothing was connected.",
  OAuthAccountNotLinked: "That Spotify account already belongs to somebody else here.",
  Configuration:
    "This Clouder is not set up for Spotify yet. Whoever runs it finds the reason in its log.",
  SessionRequired: "Your session has ended.",
};

/** What went wrong on the way through Spotify, in words; the codes are those of next-auth. */
export const signInProblem = (code: string): string =>
  problems[code] ?? "Signing in did not work. Nothing was connected.";
