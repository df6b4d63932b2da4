"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useEffect } from "react";
import { prepareToTell } from "@/components/ui/toast";
import { useBoardContext } from "./board-context";
import { BronzeBoard } from "./bronze-board";
import { Collecting } from "./collecting";
import { CollectionLine } from "./collection-line";
import { SavingLine } from "./saving-line";

const loadReview = () => import("./review");
const Review = dynamic(loadReview);

type Props = {
  /** The running work, for a week that is still being fetched. */
  jobs: ReactNode;
};

/** Below the header: what is known of the week's arrival, then the stage. */
export function BoardBody({ jobs }: Props) {
  const { board, view } = useBoardContext();
  useEffect(() => {
    // Fetched while the first tracks are heard, so that the way to Silver is as quick as any key.
    void loadReview();
    prepareToTell();
  }, []);
  if (board.tracks.length === 0) return <Collecting jobs={jobs} />;
  return (
    <>
      <SavingLine />
      <CollectionLine />
      {view.stage === "bronze" ? <BronzeBoard /> : <Review />}
    </>
  );
}
