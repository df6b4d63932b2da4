import { AppError } from "@/lib/errors";

/** It is another user's, was deleted, or never was. */
export const noSuchRuleSet = () => new AppError("NOT_FOUND", "There is no such rule set.");
