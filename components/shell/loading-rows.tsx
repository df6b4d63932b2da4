import { Skeleton } from "@/components/ui/skeleton";

type Props = { rows: number /** What is loading, for a screen reader. */; label: string };

const widths = ["w-44", "w-60", "w-36", "w-52"];

/** A list of the app while it loads: the same rows, the same lines. */
export function LoadingRows({ rows, label }: Props) {
  return (
    <div aria-busy="true">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex h-10 items-center gap-3 border-t">
          <Skeleton className="size-4" />
          <Skeleton className={`h-3.5 ${widths[row % widths.length]}`} />
          <Skeleton className="ml-auto h-3.5 w-16" />
        </div>
      ))}
    </div>
  );
}
