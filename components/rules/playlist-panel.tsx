"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { TimeAgo } from "@/components/ui/time-ago";
import { tell, tellProblem } from "@/components/ui/toast";
import { proposeRuleSetAction, unfollowRuleSetAction } from "@/lib/rules/actions";
import type { RuleSetOpened, RuleSetTarget } from "@/lib/rules/rule-set-view";
import { ScheduleForm } from "./schedule-form";
import { tellLost } from "./tell-lost";

export type PlaylistOffer = {
  playlistId: string;
  name: string;
  followed: { id: string; name: string } | null;
};
type Props = {
  ruleSet: RuleSetOpened;
  changed: boolean;
  version: number;
  playlists: readonly PlaylistOffer[];
};

const NEW = "new";
const modes = [
  { value: "follow", name: "Keep it in step" },
  { value: "once", name: "Fill it once" },
] as const;
const planPage = (planId: string) => `/playlists/plans/${planId}` as Route;

/** Which playlist a rule set fills, seen as a change before it is made, and how often by itself. */
export function PlaylistPanel({ ruleSet, changed, version, playlists }: Props) {
  const { id, name, target } = ruleSet;
  const router = useRouter();
  const fieldId = useId();
  const which = useRef<HTMLSelectElement>(null);
  const isFollowed = target !== null;
  useEffect(() => {
    if (!isFollowed) return;
    // What stopped it following is gone, and the focus with it.
    return () => {
      if (document.activeElement === document.body) which.current?.focus();
    };
  }, [isFollowed]);
  const [mode, setMode] = useState<"follow" | "once">("follow");
  const [chosen, setChosen] = useState(target?.playlistId ?? NEW);
  const [newName, setNewName] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const [planning, startTransition] = useTransition();

  const known = playlists.find(({ playlistId }) => playlistId === chosen);
  const chosenName = chosen === target?.playlistId ? target.name : known?.name;
  const told = (answer: Awaited<ReturnType<typeof proposeRuleSetAction>>) => {
    if (!answer.ok) return setProblem(answer.message);
    const { planId, withoutSpotify } = answer.data;
    if (withoutSpotify > 0) {
      tell(`${withoutSpotify.toLocaleString("en")} of them are not on Spotify and are left out.`);
    }
    router.push(planPage(planId));
  };
  const preview = () =>
    startTransition(async () => {
      setProblem(null);
      await proposeRuleSetAction({
        ruleSetId: id,
        playlistId: chosen === NEW ? null : chosen,
        name: chosen === NEW ? newName : (chosenName ?? name),
        follows: mode === "follow",
      }).then(told, tellLost);
    });

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 py-4">
      {target && <Following ruleSetId={id} target={target} />}
      <section aria-label="Fill a playlist" className="flex flex-col gap-3">
        <Segmented label="How" value={mode} options={modes} onChange={setMode} />
        <p className="text-xs text-ink-3">
          {mode === "follow"
            ? "The rules’ tracks come and go with the result. What you put in by hand stays, what you take out stays out."
            : "The tracks join what the playlist holds, and are yours from then on."}
        </p>
        <div className="flex flex-col gap-1">
          <label htmlFor={`${fieldId}-which`} className="text-ink-2">
            Playlist
          </label>
          <Select
            ref={which}
            id={`${fieldId}-which`}
            value={chosen}
            onChange={({ target: select }) => setChosen(select.value)}
            className="h-8! w-full"
          >
            <option value={NEW}>A new playlist</option>
            {target?.playlistId &&
              !playlists.some((one) => one.playlistId === target.playlistId) && (
                <option value={target.playlistId}>{target.name}</option>
              )}
            {playlists.map(({ playlistId, followed, ...playlist }) => {
              const isTaken = mode === "follow" && followed !== null && followed.id !== id;
              return (
                <option key={playlistId} value={playlistId} disabled={isTaken}>
                  {playlist.name}
                  {isTaken && ` (follows “${followed.name}”)`}
                </option>
              );
            })}
          </Select>
        </div>
        {chosen === NEW && (
          <Input
            aria-label="Name of the new playlist"
            maxLength={100}
            value={newName}
            onChange={({ target: input }) => setNewName(input.value)}
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            look="primary"
            disabled={planning || (chosen === NEW && newName.trim() === "")}
            onClick={preview}
          >
            {planning && <Spinner />}
            Preview the change
          </Button>
          {changed && (
            <span className="text-xs text-ink-3">Of version {version}: save to see yours.</span>
          )}
        </div>
        {problem && (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        )}
        <p className="text-xs text-ink-3">Nothing is written before you approve it.</p>
      </section>
      <ScheduleForm ruleSet={ruleSet} />
    </div>
  );
}

function Following({ ruleSetId, target }: { ruleSetId: string; target: RuleSetTarget }) {
  const router = useRouter();
  const [leaving, startTransition] = useTransition();
  const told = (answer: Awaited<ReturnType<typeof unfollowRuleSetAction>>) => {
    if (!answer.ok) return tellProblem(answer.message);
    tell(`“${target.name}” stays as it is, and follows no more.`);
    router.refresh();
  };
  const leave = () =>
    startTransition(() => unfollowRuleSetAction({ ruleSetId }).then(told, tellLost));
  return (
    <section aria-label="In step" className="rounded-md border border-line-strong px-3 py-2.5">
      <p>
        “{target.name}” {target.playlistId ? "follows this rule set." : "is yet to be made."}{" "}
        {target.plannedAt && (
          <span className="text-ink-3">
            Looked at <TimeAgo iso={target.plannedAt.toISOString()} />.
          </span>
        )}
      </p>
      <div className="flex flex-wrap gap-2 pt-2">
        {target.planId && (
          <Button asChild size="sm" look={target.planStatus === "proposed" ? "primary" : "outline"}>
            <Link href={planPage(target.planId)}>
              {target.planStatus === "proposed" ? "A change waits for you" : "The last change"}
            </Link>
          </Button>
        )}
        <Button size="sm" look="quiet" disabled={leaving} onClick={leave}>
          Stop following
        </Button>
      </div>
    </section>
  );
}
