import {
  Activity,
  CircleDot,
  FlaskConical,
  House,
  LibraryBig,
  ListFilter,
  Plus,
  Settings,
  Workflow,
} from "lucide-react";
import Link from "next/link";
import type { Rail as RailView } from "@/lib/curation/home";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import { RailStyle } from "./rail-style";
import { RailToggle } from "./rail-toggle";

const item =
  "flex items-center gap-2.5 px-2 text-sm folded:flex-col folded:justify-center folded:gap-1 folded:px-0 folded:py-2 folded:text-[0.65625rem] wide:h-[30px]";

const places = [
  { href: "/home", name: "Home", Icon: House },
  { href: "/curate", name: "Curate", Icon: ListFilter },
  { href: "/golden", name: "Golden", Icon: CircleDot },
  { href: "/library", name: "Library", Icon: LibraryBig },
  { href: "/rules", name: "Rules", Icon: Workflow },
  { href: "/activity", name: "Activity", Icon: Activity },
] as const;

type Props = { rail: RailView; demo: boolean };

/** Left on a desk, folded to icons where room is short, a bar at the bottom of a phone. */
export function Rail({ rail: { styles }, demo }: Props) {
  return (
    <nav
      aria-label="Main"
      className="flex w-[72px] flex-col border-r px-2 py-3.5 wide:w-[200px] wide:px-2.5 phone:row-start-3 phone:w-auto phone:flex-row phone:border-t phone:border-r-0 phone:px-2 phone:py-1"
    >
      <Link
        href="/home"
        className="flex items-center gap-2.5 rounded-md px-2 pb-3.5 text-md font-semibold tracking-tight folded:justify-center phone:hidden"
      >
        <Mark className="size-5" />
        <span className="folded:sr-only">Clouder</span>
      </Link>
      <div className="flex min-h-0 flex-1 flex-col gap-0.5 phone:grid phone:grid-cols-7 phone:gap-1">
        {places.map(({ href, name, Icon }) => (
          <NavLink key={href} href={href} className={item}>
            <Icon aria-hidden="true" />
            {name}
          </NavLink>
        ))}
        <section aria-label="This week" className="hidden min-h-0 flex-1 flex-col wide:flex">
          <h2 className="px-2 pt-4 pb-1 text-2xs font-medium text-ink-3">This week</h2>
          <div className="flex min-h-0 flex-col gap-0.5 overflow-y-auto">
            {styles.map((style) => (
              <RailStyle key={style.slug} style={style} />
            ))}
            <NavLink href="/styles" className="flex h-[30px] shrink-0 items-center gap-2.5 px-2">
              <Plus aria-hidden="true" />
              {styles.length > 0 ? "Styles" : "Choose styles"}
            </NavLink>
          </div>
        </section>
        <NavLink href="/settings" className={`${item} phone:mt-0 mt-auto shrink-0`}>
          <Settings aria-hidden="true" />
          Settings
        </NavLink>
      </div>
      {demo && (
        <p
          title="Demo world: every service is simulated"
          className="mt-2 flex items-center gap-2.5 border-t px-2 pt-2.5 text-2xs text-ink-3 folded:flex-col folded:gap-1 folded:px-0 phone:hidden"
        >
          <FlaskConical aria-hidden="true" />
          <span className="wide:hidden">Demo</span>
          <span className="folded:sr-only">Demo world: every service is simulated</span>
        </p>
      )}
      <RailToggle />
    </nav>
  );
}
