import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import type { ProviderQuota, Rest } from "@/lib/quota/quota-view";
import { GroupRow } from "./group-row";
import { PaceLine } from "./pace-line";

export function ProviderSection({ quota }: { quota: ProviderQuota }) {
  const id = `quota-${quota.provider}`;
  return (
    <section aria-labelledby={id} className="pb-8">
      <h2 id={id} className="pb-1 text-md font-semibold tracking-tight">
        {quota.name}
      </h2>
      {quota.rests.map((rest) => (
        <div key={rest.name} className="py-1.5">
          <RestNotice rest={rest} />
        </div>
      ))}
      {quota.paces.map((pace) => (
        <PaceLine key={pace.name} pace={pace} />
      ))}
      <ul className="pt-2">
        {quota.groups.map((group) => (
          <GroupRow key={group.group} group={group} provider={quota.name} />
        ))}
      </ul>
    </section>
  );
}

function RestNotice({ rest: { name, reason, until } }: { rest: Rest }) {
  return (
    <Notice>
      <span className="font-medium">{name}</span> rests until <LocalTime iso={until} show="clock" />
      {", "}
      <LocalTime iso={until} show="day" />. {reason}; nothing is lost, and work goes on by itself.
    </Notice>
  );
}
