/** An error in MusicBrainz's words. */
export const problemBody = (error: string) => ({
  error,
  help: "For usage, please see: https://musicbrainz.org/development/mmd",
});

export const musicbrainzProblem = (status: number, error: string) =>
  Response.json(problemBody(error), { status });
