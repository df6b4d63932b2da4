import { Skeleton } from "@/components/ui/skeleton";
import { columnsOf, type GridList, gridOf, wideOnly } from "./library-columns";

const rows = Array.from({ length: 14 }, (_, row) => row);
const widths = ["w-2/5", "w-3/5", "w-1/3", "w-1/2"];

/** A list while it is read: the same lines in the same columns. */
export function RowsWaiting({ list }: { list: GridList }) {
  return (
    <div
      aria-busy="true"
      className="@container min-h-0 flex-1 overflow-hidden px-2 pt-7 phone:px-0"
    >
      <span className="sr-only">Reading the list</span>
      {rows.map((row) => (
        <div key={row} className={`${gridOf(list)} h-11`}>
          {columnsOf[list].map(({ id, isWide }) => (
            <span key={id} className={isWide ? wideOnly : undefined}>
              {id === "cover" && <Skeleton className="size-8" />}
              {id === "name" && <Skeleton className={`h-3.5 ${widths[row % widths.length]}`} />}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
