import clsx from "clsx";
import { Skeleton } from "@/components/ui/skeleton";
import { rowGrid, wideOnly } from "./row-grid";

const rows = Array.from({ length: 18 }, (_, index) => index);

/** The board's own grid before its data: nothing moves when the rows arrive. */
export function BoardSkeleton() {
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <p className="sr-only">Loading the board</p>
      <div className="flex min-h-[49px] items-center gap-5 border-b px-5">
        <Skeleton className="h-4 w-48" />
        <Skeleton className="h-4 w-24" />
        <Skeleton className="mr-32 ml-auto h-4 w-72 phone:hidden" />
      </div>
      <div className="flex h-[41px] items-center gap-4 border-b px-5 phone:hidden">
        <Skeleton className="h-4 w-96" />
      </div>
      <div className="@container min-h-0 flex-1 overflow-hidden pt-7 phone:hidden">
        {rows.map((row) => (
          <div key={row} className={clsx(rowGrid, "mx-2 h-8 border-t")}>
            <span />
            <Skeleton className="size-[26px]" />
            <Skeleton className="h-3 w-2/3" />
            <Skeleton className="h-3 w-1/2" />
            <span className={wideOnly}>
              <Skeleton className="h-3 w-1/2" />
            </span>
            <Skeleton className="h-3" />
            <Skeleton className="h-3" />
            <span className={wideOnly}>
              <Skeleton className="h-3" />
            </span>
            <Skeleton className="h-3" />
          </div>
        ))}
      </div>
      <div className="h-[188px] border-t bg-surface phone:hidden" />
      <div className="flex flex-1 flex-col gap-4 p-4 md:hidden">
        <Skeleton className="min-h-40 flex-1 rounded-lg" />
        <Skeleton className="h-6 w-2/3" />
        <Skeleton className="h-14" />
        <Skeleton className="h-40" />
      </div>
    </div>
  );
}
