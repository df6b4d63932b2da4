import { Skeleton } from "@/components/ui/skeleton";
import { jobGrid, wideOnly } from "./job-grid";

const rows = Array.from({ length: 12 }, (_, row) => row);
const widths = ["w-44", "w-60", "w-36", "w-52"];

/** The list of jobs while it loads: the same lines in the same columns. */
export function ActivitySkeleton() {
  return (
    <div aria-busy="true" className="min-h-0 flex-1 overflow-hidden">
      <span className="sr-only">Loading the jobs</span>
      <div className="h-[49px] border-b" />
      <div className="@container px-2 phone:px-0">
        <div className="h-7 @max-[44rem]:hidden" />
        {rows.map((row) => (
          <div key={row} className={`${jobGrid} h-10`}>
            <Skeleton className="h-3 w-16" />
            <Skeleton className={`h-3.5 max-w-full ${widths[row % widths.length]}`} />
            <Skeleton className="h-3 w-28 @max-[44rem]:hidden" />
            <Skeleton className="h-[5px] @max-[44rem]:hidden" />
            <Skeleton className={`h-3 w-20 ${wideOnly}`} />
            <Skeleton className={`h-3 w-10 ${wideOnly}`} />
            <Skeleton className="ml-auto h-3 w-14 @max-[44rem]:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
