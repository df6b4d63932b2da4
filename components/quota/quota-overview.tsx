import { Empty } from "@/components/ui/empty";
import type { Quota } from "@/lib/quota/quota-view";
import { ProviderSection } from "./provider-section";
import { UsageMark } from "./usage-mark";
import { WorkTable } from "./work-table";

/** What was asked of the providers, what rests, and which work asked for it. */
export function QuotaOverview({ quota }: { quota: Quota }) {
  if (quota.providers.length === 0) {
    return (
      <Empty title="Nothing has been asked yet">
        As soon as Clouder asks Spotify or Beatport for something, it is counted here: by the hour,
        and by the job that needed it.
      </Empty>
    );
  }
  return (
    <div className="max-w-5xl">
      <p className="pb-5 text-ink-2">
        Spotify and Beatport allow so many requests; everybody on this Clouder shares them.
        <span className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-3">
          <span className="inline-flex items-baseline gap-1.5">
            <UsageMark of="refused" /> refused: we were told to wait, and asked again
          </span>
          <span className="inline-flex items-baseline gap-1.5">
            <UsageMark of="failed" /> failed: no usable answer came
          </span>
        </span>
      </p>
      {quota.providers.map((provider) => (
        <ProviderSection key={provider.provider} quota={provider} />
      ))}
      <WorkTable work={quota.work} furtherWork={quota.furtherWork} />
    </div>
  );
}
