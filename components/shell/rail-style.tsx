import { splitStyleName } from "@/lib/catalog/style-name";
import type { RailStyle as Style } from "@/lib/curation/home";
import { formatWeek } from "@/lib/curation/week";
import { LeftNow } from "./left-now";
import { NavLink } from "./nav-link";

export function RailStyle({ style }: { style: Style }) {
  const { family, branch } = splitStyleName(style.name);
  return (
    <NavLink
      href={`/curate/${style.slug}/${formatWeek(style.week)}`}
      within={`/curate/${style.slug}`}
      title={style.name}
      className="flex h-[30px] shrink-0 items-center gap-2 px-2"
    >
      <span className="min-w-0 flex-1 truncate">
        {family}
        {branch && <span className="text-ink-3"> {branch}</span>}
      </span>
      <span className="text-ink-3 tabular-nums">{remaining(style)}</span>
    </NavLink>
  );
}

function remaining({ slug, week, state, left }: Style) {
  if (state === "sorted" || state === "closed") return "done";
  if (state === "collecting") {
    return (
      <>
        <span aria-hidden="true">…</span>
        <span className="sr-only">being collected</span>
      </>
    );
  }
  return (
    <>
      <LeftNow slug={slug} week={week} left={left} />
      <span className="sr-only"> left</span>
    </>
  );
}
