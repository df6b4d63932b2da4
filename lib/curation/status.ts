export const periodStatuses = ["IN_PROGRESS", "SORTED"] as const;
export type PeriodStatus = (typeof periodStatuses)[number];

export const curationStatuses = ["UNSORTED", "SORTED"] as const;
export type CurationStatus = (typeof curationStatuses)[number];

export const decisionKinds = ["moved", "trashed", "returned", "promoted", "undone"] as const;
export type DecisionKind = (typeof decisionKinds)[number];
