import type { BoardTrack } from "@/lib/curation/board";

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a track fits what was typed: each word must fit; "134", "128-140" and "8A" ask for tempo and key. */
export function textFilter(text: string): (track: BoardTrack) => boolean {
  const tests = plain(text).split(/\s+/).filter(Boolean).map(wordTest);
  return (track) => tests.every((test) => test(track));
}

function wordTest(word: string): (track: BoardTrack) => boolean {
  const range = /^(\d{2,3})[-–](\d{2,3})$/.exec(word);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return ({ bpm }) => bpm !== null && bpm >= from && bpm <= to;
  }
  const inText = (track: BoardTrack) => plain(wordsOf(track)).includes(word);
  if (/^\d{2,3}$/.test(word)) {
    return (track) => track.bpm === Number(word) || inText(track);
  }
  if (/^(1[0-2]|[1-9])[ab]$/.test(word)) {
    return ({ camelotKey }) => camelotKey?.toLowerCase() === word;
  }
  return inText;
}

const wordsOf = ({ title, mixName, artists, remixers, label, release }: BoardTrack) =>
  [title, mixName, ...artists, ...remixers, label, release].join(" ");
