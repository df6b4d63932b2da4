"use client";

import Link from "next/link";
import type { MouseEvent } from "react";
import { useBoardContext } from "./board-context";
import { numbersOf } from "./board-numbers";
import { type Stage, writeView } from "./board-view";

const tab =
  "flex items-center gap-[7px] border-b-2 border-transparent py-1 text-ink-2 hover:text-ink aria-[current]:border-(--k) aria-[current]:text-ink";

/** The three stages with what each holds. Gold is a place of its own. */
export function StageTabs() {
  const { board, view } = useBoardContext();
  const { bronze, silver, gold } = numbersOf(board);
  return (
    <nav aria-label="Stages" className="flex gap-[18px] max-xl:gap-3.5">
      <StageTab stage="bronze" name="Bronze" count={bronze} isOn={view.stage === "bronze"} />
      <StageTab stage="silver" name="Silver" count={silver} isOn={view.stage === "silver"} />
      <Link href="/golden" className={tab} style={{ "--k": "var(--gold)" }}>
        <Label name="Gold" count={gold} />
      </Link>
    </nav>
  );
}

function StageTab(props: { stage: Stage; name: string; count: number; isOn: boolean }) {
  const { stage, name, count, isOn } = props;
  const { view, changeView } = useBoardContext();

  function show(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    changeView({ stage });
  }

  return (
    <a
      href={writeView({ ...view, stage }) || "?"}
      onClick={show}
      aria-current={isOn ? "page" : undefined}
      className={tab}
      style={{ "--k": `var(--${stage})` }}
    >
      <Label name={name} count={count} />
    </a>
  );
}

function Label({ name, count }: { name: string; count: number }) {
  return (
    <>
      <span aria-hidden="true" className="size-2 rounded-full bg-(--k)" />
      {name}
      <span className="font-semibold text-ink tabular-nums">{count}</span>
    </>
  );
}
