import Link from "next/link";
import type { Home } from "@/lib/curation/home";
import { formatWeek } from "@/lib/curation/week";
import { WeekCell } from "./week-cell";

type Props = Pick<Home, "weeks" | "styles">;

/** My styles by the last weeks; a phone shows the newest one only. */
export function WeeksTable({ weeks, styles }: Props) {
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="pb-2 text-left text-xs font-medium text-ink-3">
        My styles, week by week
        <Link
          href="/styles"
          className="float-right rounded-sm font-normal text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          Choose styles
        </Link>
      </caption>
      <thead>
        <tr className="text-left text-2xs text-ink-3">
          <th scope="col" className="w-[26%] pb-1.5 font-medium phone:w-[56%]">
            Style
          </th>
          {weeks.map((week, index) => (
            <th
              key={week.week}
              scope="col"
              className={index > 0 ? "pb-1.5 font-medium phone:hidden" : "pb-1.5 font-medium"}
            >
              <abbr title={formatWeek(week)} className="no-underline">
                W{week.week}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {styles.map((style) => (
          <tr key={style.slug} className="border-t">
            <th scope="row" className="py-1 pr-4 text-left font-medium">
              <Link
                href={`/styles/${style.slug}`}
                className="rounded-sm underline-offset-3 hover:underline"
              >
                {style.name}
              </Link>
            </th>
            {style.cells.map((cell, index) => (
              <td key={cell.week.week} className={index > 0 ? "pr-4 phone:hidden" : "pr-4"}>
                <WeekCell style={style} cell={cell} newest={index === 0} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
