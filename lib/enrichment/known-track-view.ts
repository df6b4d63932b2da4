import type { PersonalProvider } from "@/lib/connections/provider";
import type { EnrichmentSource, EnrichmentValues } from "./enrichment";
import type { LabelView } from "./label-view";
import type { FactSource } from "./precedence";

/** Who a fact is from; `curation` is the person's sorting, `person` their own words. */
export type FactOrigin = FactSource | "curation";

export type FactValue =
  | { as: "text"; text: string }
  | { as: "key"; key: string }
  | { as: "moment"; iso: string }
  /** What it means that there is none. */
  | { as: "none"; text: string };

/** A fact as a rule can ask for it, and who says so. */
export type FactLine = { name: string; value: FactValue; from: FactOrigin[] };

/** What an outside source answered by its newest version; both are empty when it knew nothing. */
export type OutsideAnswer = {
  source: EnrichmentSource;
  version: number;
  at: string;
  /** Told to this person alone. */
  isOwn: boolean;
  categories: string[];
  values: EnrichmentValues;
};

/** Everything that is known of a recording of a user's. Moments are ISO strings. */
export type KnownTrackView = {
  recordingKey: string;
  title: string | null;
  mixName: string | null;
  artists: string[];
  spotifyUri: string | null;
  /** The track of a library that it is, if any. */
  inLibrary: { provider: PersonalProvider; externalId: string } | null;
  /** The moment all facts are of; what a person says themselves counts at once. */
  asOf: string | null;
  facts: FactLine[];
  answers: OutsideAnswer[];
  tags: string[];
  /** The person's tags, the most used first. */
  tagsInUse: string[];
  labels: LabelView[];
};
