import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { PlanView } from "@/lib/playlists/plan-view";
import { countWords } from "./plan-words";

/** What a person should know of a plan besides its numbers. */
export function PlanNotes({ plan }: { plan: PlanView }) {
  const { replaces, lost, waiting, leftOut, refused, status, playlistStays, rowsAfter, isNew } =
    plan;
  const notes: ReactNode[] = [];
  if (replaces && status === "proposed") {
    notes.push("The whole list is written anew: every row gets today as the date it was added.");
  }
  if (lost > 0) {
    const deed = isNew ? "come along" : "be brought back";
    notes.push(`${countWords(lost, "row")} cannot ${deed}: Spotify does not take them.`);
  }
  if (playlistStays && status !== "discarded") {
    notes.push(
      rowsAfter === 0
        ? "The playlist itself stays in your library, empty. Remove it in Spotify."
        : "The playlist itself stays in your library, with what the change did not put in.",
    );
  }
  if (waiting > 0) {
    const words = waiting === 1 ? "row is" : "rows are";
    notes.push(
      `${waiting} ${words} no longer wanted by the rules, and stay while your tracks are being gathered.`,
    );
  }
  if (leftOut > 0) {
    const words = leftOut === 1 ? "stays out. Pin it" : "stay out. Pin a track";
    notes.push(`${countWords(leftOut, "track")} you took out ${words} to have it back.`);
  }
  if (refused > 0) {
    notes.push(`Spotify refused ${countWords(refused, "track")}; the rest is as shown.`);
  }
  return notes.map((note, index) => <Notice key={String(index)}>{note}</Notice>);
}
