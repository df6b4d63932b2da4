import fc from "fast-check";
import { expect, test } from "vitest";
import { afterReading, afterWrite, beforeWrite, forgetGone, nothingOwned } from "./ownership";
import { applyWrite, type Places, planMirror } from "./plan-mirror";

const uri = fc.nat({ max: 7 }).map((number) => `track-${number}`);
const byHandUri = fc.nat({ max: 3 }).map((number) => `hand-${number}`);

/** How a write went: answered, refused, or gone silent after or before it took effect. */
const fate = fc.constantFrom("answered", "answered", "answered", "lost-applied", "lost");

const event = fc.oneof(
  fc.record({ kind: fc.constant("wish" as const), uris: fc.uniqueArray(uri, { maxLength: 8 }) }),
  fc.record({ kind: fc.constant("hand-add" as const), uri: byHandUri, at: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant("hand-remove" as const), at: fc.nat({ max: 9 }) }),
);

test("whatever writes get lost and whatever hands do, a sync ends in step and touches no hand-made place", () =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), fc.infiniteStream(fate), (events, fates) => {
      let spotify: Places = [];
      let desired: string[] = [];
      let ownership = nothingOwned;
      const takenOut = new Set<string>();

      const sync = () => {
        for (let steps = 0; ; steps += 1) {
          expect(steps).toBeLessThan(60);
          ownership = afterReading(ownership, spotify);
          const plan = planMirror({ base: ownership.own, actual: spotify, desired });
          const [write] = plan.writes;
          if (!write) {
            ownership = forgetGone(ownership, spotify, desired);
            return;
          }
          ownership = beforeWrite(ownership, write, plan.removedByHand);
          const outcome = steps > 40 ? "answered" : fates.next().value;
          if (outcome !== "lost") spotify = applyWrite(spotify, write);
          if (outcome === "answered") ownership = afterWrite(ownership, write);
        }
      };

      for (const happening of events) {
        const handsBefore = spotify.filter((place) => place?.startsWith("hand"));
        if (happening.kind === "hand-add") {
          spotify = spotify.toSpliced(happening.at, 0, happening.uri);
          continue;
        }
        if (happening.kind === "hand-remove") {
          const gone = spotify[happening.at];
          spotify = spotify.filter((place) => place !== gone);
          if (gone?.startsWith("track")) takenOut.add(gone);
          continue;
        }
        // a track that leaves the list is forgotten: wished for later, it comes back
        sync();
        desired = happening.uris;
        for (const gone of takenOut) if (!desired.includes(gone)) takenOut.delete(gone);
        sync();
        expect(spotify.filter((place) => place?.startsWith("hand"))).toEqual(handsBefore);
        expect(spotify.filter((place) => place?.startsWith("track"))).toEqual(
          desired.filter((one) => !takenOut.has(one)),
        );
      }
    }),
    { numRuns: 1500 },
  ));
