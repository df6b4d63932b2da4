import type { PlanEntry } from "@/lib/playlists/plan-view";

const count = new Intl.NumberFormat("en");

/** "+12 −3 ~5", and in words for a screen reader. */
export function PlanCounts({ plan: { adds, removes, moves } }: { plan: PlanEntry }) {
  return (
    <span className="flex gap-x-2 text-xs tabular-nums">
      {adds > 0 && <Count mark="+" number={adds} word="added" className="text-ok" />}
      {removes > 0 && <Count mark="−" number={removes} word="removed" className="text-danger" />}
      {moves > 0 && <Count mark="~" number={moves} word="moved" className="text-warning" />}
      {adds + removes + moves === 0 && <span className="text-ink-3">No change</span>}
    </span>
  );
}

function Count(props: { mark: string; number: number; word: string; className: string }) {
  return (
    <span className={props.className}>
      <span aria-hidden="true">{props.mark}</span>
      {count.format(props.number)}
      <span className="sr-only"> {props.word}</span>
    </span>
  );
}
