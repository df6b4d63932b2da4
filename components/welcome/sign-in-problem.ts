const notGiven = "Nothing has changed: the consent was not given, or it came back too late.";

const problems: Record<string, string> = {
  AccessDenied: notGiven,
  OAuthCallback: notGiven,
  Callback: notGiven,
  OAuthSignin: "Spotify could not be reached. Nothing was connected.",
  OAuthCreateAccount: "Your account could not be stored. Nothing was connected.",
  OAuthAccountNotLinked: "That Spotify account already belongs to somebody else here.",
  Configuration:
    "This Clouder is not set up for Spotify yet. Whoever runs it finds the reason in its log.",
  SessionRequired: "Your session has ended.",
};

/** What went wrong on the way through Spotify, in words; the codes are those of next-auth. */
export const signInProblem = (code: string): string =>
  problems[code] ?? "Signing in did not work. Nothing was connected.";
