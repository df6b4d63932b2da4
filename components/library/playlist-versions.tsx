import type { Route } from "next";
import Link from "next/link";
import { LocalTime } from "@/components/ui/local-time";
import type { PlaylistVersion } from "@/lib/library/playlist-history";

type Props = {
  versions: readonly PlaylistVersion[];
  /** The state that is shown; null is now. */
  at: string | null;
  /** The state it is compared with. */
  against: string | null;
  hrefOf: (state: { at: string | null; against: string | null }) => Route;
};

const link =
  "rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current aria-[current]:font-semibold aria-[current]:no-underline";

/** The states a playlist had, the newest first: each can be shown, or compared with what is shown. */
export function PlaylistVersions({ versions, at, against, hrefOf }: Props) {
  return (
    <nav aria-label="Earlier states" className="px-5 py-3 xl:py-4 phone:px-4">
      <h2 className="pb-1 text-xs font-medium text-ink-3">States</h2>
      <ul className="text-xs">
        <li className="border-t py-1.5">
          <Link
            href={hrefOf({ at: null, against: null })}
            aria-current={at === null && against === null ? "true" : undefined}
            className={link}
          >
            Now
          </Link>
        </li>
        {versions.map((version) => {
          const isShown = version.at === at && against === null;
          return (
            <li
              key={version.at}
              className="flex flex-wrap items-baseline gap-x-3 border-t py-1.5 text-ink-2"
            >
              <Link
                href={hrefOf({ at: version.at, against: null })}
                aria-current={isShown ? "true" : undefined}
                className={link}
              >
                <LocalTime iso={version.at} show="moment" />
              </Link>
              <Counts version={version} />
              {version.at !== at && (
                <Link
                  href={hrefOf({ at, against: version.at })}
                  aria-current={version.at === against ? "true" : undefined}
                  className={`ml-auto ${link}`}
                >
                  {at === null ? "What changed since" : "Compare"}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Counts({ version: { came, went, changed } }: { version: PlaylistVersion }) {
  return (
    <span className="flex gap-x-1.5 tabular-nums">
      {came > 0 && <Count mark="+" count={came} word="came" className="text-ok" />}
      {went > 0 && <Count mark="−" count={went} word="went" className="text-danger" />}
      {changed > 0 && <Count mark="~" count={changed} word="changed" className="text-warning" />}
    </span>
  );
}

function Count(props: { mark: string; count: number; word: string; className: string }) {
  return (
    <span className={props.className}>
      <span aria-hidden="true">{props.mark}</span>
      {props.count}
      <span className="sr-only"> {props.word}</span>
    </span>
  );
}
