import type { InngestFunction } from "inngest";
import { collectWeek } from "./collect-week";
import { refreshStyles } from "./refresh-styles";
import { requestCollections } from "./request-collections";
import { sweepCollections } from "./sweep-collections";

export const functions: InngestFunction.Any[] = [
  collectWeek,
  refreshStyles,
  requestCollections,
  sweepCollections,
];
