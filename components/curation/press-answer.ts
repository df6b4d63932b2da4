import type { Placement, PromoteAnswer } from "@/lib/curation/board";

export type PressAnswer = {
  placements: Placement[];
  /** A reorder is no press of the journal and changes no count. */
  undoable?: number;
  refused?: PromoteAnswer["refused"];
};

/** The server has decided against the press: sending it again changes nothing. */
export class PressRefused extends Error {
  override readonly name = "PressRefused";
}
