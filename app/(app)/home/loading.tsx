import { PageHeader } from "@/components/shell/page-header";
import { Skeleton } from "@/components/ui/skeleton";

const STYLES = 4;
const WEEKS = 6;
const places = (count: number) => Array.from({ length: count }, (_, index) => index);

export default function LoadingHome() {
  return (
    <>
      <PageHeader title="Home" />
      <div
        aria-busy="true"
        className="grid min-h-0 flex-1 content-start xl:grid-cols-[minmax(0,1fr)_21rem] xl:content-stretch"
      >
        <section className="px-6 py-6 phone:px-4 phone:py-5">
          <span className="sr-only">Loading your styles</span>
          <div className="flex items-center gap-4.5 pb-7">
            <Skeleton className="size-[76px] rounded-md" />
            <div className="flex-1 space-y-2.5">
              <Skeleton className="h-5 w-64 max-w-full" />
              <Skeleton className="h-3.5 w-80 max-w-full" />
            </div>
          </div>
          <Skeleton className="mb-7 h-3.5 w-36" />
          {places(STYLES).map((style) => (
            <div
              key={style}
              className="grid h-[45px] grid-cols-[26%_repeat(6,minmax(0,1fr))] items-center border-t phone:grid-cols-[56%_1fr]"
            >
              <Skeleton className="h-3.5 w-4/5" />
              {places(WEEKS).map((week) => (
                <div key={week} className={week > 0 ? "pr-4 phone:hidden" : "pr-4"}>
                  <Skeleton className="h-[5px] rounded-full" />
                </div>
              ))}
            </div>
          ))}
        </section>
        <aside className="px-6 py-6 max-xl:pt-2 xl:border-l phone:px-4">
          <Skeleton className="h-3.5 w-24" />
        </aside>
      </div>
    </>
  );
}
