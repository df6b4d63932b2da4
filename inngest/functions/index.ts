import type { InngestFunction } from "inngest";
import { collectWeek } from "./collect-week";
import { eraseConnections } from "./erase-connections";
import { fillPeriods } from "./fill-periods";
import { importPlays } from "./import-plays";
import { matchTracks } from "./match-tracks";
import { pollPlays } from "./poll-plays";
import { pruneBudgets } from "./prune-budgets";
import { pruneJobs } from "./prune-jobs";
import { pruneLedger } from "./prune-ledger";
import { recountPlays } from "./recount-plays";
import { refreshStyles } from "./refresh-styles";
import { relanePeriods } from "./relane-periods";
import { requestCollections } from "./request-collections";
import { sweepCollections } from "./sweep-collections";
import { sweepImports } from "./sweep-imports";
import { sweepJobs } from "./sweep-jobs";
import { sweepLibraries } from "./sweep-libraries";
import { sweepMatches } from "./sweep-matches";
import { sweepMirrors } from "./sweep-mirrors";
import { sweepPeriods } from "./sweep-periods";
import { sweepRecounts } from "./sweep-recounts";
import { syncLibrary } from "./sync-library";
import { syncMirror } from "./sync-mirror";

export const functions: InngestFunction.Any[] = [
  collectWeek,
  eraseConnections,
  fillPeriods,
  importPlays,
  matchTracks,
  pollPlays,
  pruneBudgets,
  pruneLedger,
  pruneJobs,
  recountPlays,
  refreshStyles,
  relanePeriods,
  requestCollections,
  sweepCollections,
  sweepImports,
  sweepJobs,
  sweepLibraries,
  sweepMatches,
  sweepMirrors,
  sweepPeriods,
  sweepRecounts,
  syncLibrary,
  syncMirror,
];
