const kept = [
  {
    what: "Name, picture and id of your Spotify account; sealed keys to it",
    why: "to sign you in, and to read and write what you allowed",
    until: "you disconnect; Spotify’s consent ends after six months by itself",
  },
  {
    what: "A sealed key to your Apple Music library, if you connect it; Apple tells no name",
    why: "to read what you allowed",
    until: "you disconnect; Apple’s consent ends after six months by itself",
  },
  {
    what: "Your library with its history: top lists, playlists, saved tracks and albums, followed artists",
    why: "to show how it changed, and what it held on any day",
    until: "you disconnect",
  },
  {
    what: "What you played and when, also from an export you import",
    why: "to count and draw it for you",
    until: "you disconnect; the files you import go once they are read or given up",
  },
  {
    what: "Styles, categories, weeks, decisions, Golden lists, playlists that Clouder keeps",
    why: "this is the sorting itself",
    until: "you erase your account",
  },
  {
    what: "Sign-ins, as hashes of a cookie",
    why: "to know you when you come back",
    until: "you sign out, or 30 days after the last visit",
  },
  {
    what: "API tokens, as hashes",
    why: "to let your programs in",
    until: "you erase your account; one alone when you revoke it",
  },
  {
    what: "Background jobs with their logs; how many requests went to each provider",
    why: "to show what happened, and to stay within the providers’ limits",
    until: "90 days",
  },
  {
    what: "Finished steps of the background engine",
    why: "so that work goes on where it stopped",
    until: "14 days, unless whoever runs Clouder set another time",
  },
  {
    what: "Programs’ logs, with ids and without names, keys or addresses",
    why: "to find faults",
    until: "newer lines push them out: 10 MB per program",
  },
];

/** What is kept, why, and until when. */
export function KeptTable() {
  return (
    <table className="w-full text-sm">
      <thead className="phone:sr-only">
        <tr className="text-left text-2xs text-ink-3 [&>th]:pb-1.5 [&>th]:font-medium">
          <th scope="col" className="w-2/5">
            What
          </th>
          <th scope="col">Why</th>
          <th scope="col">Until</th>
        </tr>
      </thead>
      <tbody>
        {kept.map(({ what, why, until }) => (
          <tr key={what} className="border-t align-top phone:grid phone:py-2">
            <th scope="row" className="py-2 pr-4 text-left font-normal phone:py-0.5">
              {what}
            </th>
            <td className="py-2 pr-4 text-ink-2 phone:py-0.5">{why}</td>
            <td className="py-2 text-ink-2 phone:py-0.5">
              <span className="md:hidden">Until: </span>
              {until}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
