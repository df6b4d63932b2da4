import { ServiceLink } from "./service-link";

type Props = { href: string /** What opens, for a list of many such links. */; of?: string };

/** Everything that is Spotify's leads back to Spotify. */
export function SpotifyLink(props: Props) {
  return <ServiceLink service="Spotify" {...props} />;
}
