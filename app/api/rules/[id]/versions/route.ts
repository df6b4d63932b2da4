import { db } from "@/db/client";
import { listVersionsOf } from "@/db/queries/rule-sets-versions";
import { userRoute } from "@/lib/route";
import { askedRuleSet } from "@/lib/rules/read-question";

const SHOWN = 200;

/** What a rule set said, version by version. */
export const GET = userRoute(({ user, params }) =>
  listVersionsOf(db, { userId: user.id, ruleSetId: askedRuleSet(params), limit: SHOWN }),
);
