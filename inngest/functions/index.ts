import type { InngestFunction } from "inngest";
import { applyPlaylistPlan } from "./apply-playlist-plan";
import { collectWeek } from "./collect-week";
import { enrichTracks } from "./enrich-tracks";
import { eraseConnections } from "./erase-connections";
import { fetchSource } from "./fetch-source";
import { fillPeriods } from "./fill-periods";
import { importPlays } from "./import-plays";
import { matchTracks } from "./match-tracks";
import { pollPlays } from "./poll-plays";
import { pruneBudgets } from "./prune-budgets";
import { pruneJobs } from "./prune-jobs";
import { pruneLedger } from "./prune-ledger";
import { reclassify } from "./reclassify";
import { recountPlays } from "./recount-plays";
import { refreshFacts } from "./refresh-facts";
import { refreshStyles } from "./refresh-styles";
import { relanePeriods } from "./relane-periods";
import { requestCollections } from "./request-collections";
import { runDueRules } from "./run-due-rules";
import { sweepCollections } from "./sweep-collections";
import { sweepFacts } from "./sweep-facts";
import { sweepImports } from "./sweep-imports";
import { sweepJobs } from "./sweep-jobs";
import { sweepLibraries } from "./sweep-libraries";
import { sweepMatches } from "./sweep-matches";
import { sweepMirrors } from "./sweep-mirrors";
import { sweepPeriods } from "./sweep-periods";
import { sweepPlaylistPlans } from "./sweep-playlist-plans";
import { sweepRecounts } from "./sweep-recounts";
import { sweepRuleSets } from "./sweep-rule-sets";
import { sweepSources } from "./sweep-sources";
import { syncLibrary } from "./sync-library";
import { syncMirror } from "./sync-mirror";

export const functions: InngestFunction.Any[] = [
  applyPlaylistPlan,
  collectWeek,
  enrichTracks,
  eraseConnections,
  fetchSource,
  fillPeriods,
  importPlays,
  matchTracks,
  pollPlays,
  pruneBudgets,
  pruneLedger,
  pruneJobs,
  reclassify,
  recountPlays,
  refreshFacts,
  refreshStyles,
  relanePeriods,
  requestCollections,
  runDueRules,
  sweepCollections,
  sweepFacts,
  sweepImports,
  sweepJobs,
  sweepLibraries,
  sweepMatches,
  sweepMirrors,
  sweepPeriods,
  sweepRecounts,
  sweepPlaylistPlans,
  sweepSources,
  sweepRuleSets,
  syncLibrary,
  syncMirror,
];
