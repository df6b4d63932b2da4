import type { BoardPage } from "@/lib/curation/board";
import { formatWeek } from "@/lib/curation/week";

type Words = { title: string; text: string; retry: boolean };

export const isCollecting = ({ collection }: Pick<BoardPage, "collection">) =>
  collection?.status === "queued" || collection?.status === "running";

/** How the fetch of the week stands, for a week that has no tracks on the board. */
export function collectionWords({ collection, week }: BoardPage): Words {
  const name = formatWeek(week);
  switch (collection?.status) {
    case "queued":
    case "running":
      return {
        title: `Collecting ${name}`,
        text: "Beatport is read page by page. Rows appear here by themselves; you can leave, it goes on.",
        retry: false,
      };
    case "failed":
      return {
        title: `${name} could not be collected`,
        text: collection.problem ?? "Beatport did not answer.",
        retry: true,
      };
    case "cancelled":
      return {
        title: `Collecting ${name} was stopped`,
        text: "What was read by then is kept.",
        retry: true,
      };
    case "partial":
      return { title: `${name} is incomplete`, text: partialText(collection), retry: true };
    case "complete":
      if (collection.stored > 0) {
        return {
          title: `${collection.stored} tracks are on their way`,
          text: "The week is collected; each track is being put into its lane.",
          retry: true,
        };
      }
      return {
        title: `No releases in ${name}`,
        text: "Beatport lists nothing in this style for the week. Labels add some late: ask again in a day.",
        retry: true,
      };
    case undefined:
      return {
        title: `${name} has not been collected`,
        text: "Clouder has not asked Beatport for this week yet.",
        retry: true,
      };
  }
}

type Collection = NonNullable<BoardPage["collection"]>;

/** "240 of 700 tracks are here. Beatport answered with an error." */
export function partialText({ stored, expected, problem }: Collection): string {
  const count =
    expected === null ? `${stored} tracks are here.` : `${stored} of ${expected} tracks are here.`;
  return problem ? `${count} ${problem}` : count;
}
