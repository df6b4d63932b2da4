import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { askedOffset, askedRule, askedRuleSet, readQuestion } from "@/lib/rules/read-question";
import { readResult } from "@/lib/rules/read-result";
import { readSelection } from "@/lib/rules/read-selection";

/** What a rule set takes as it is edited. */
export const POST = userRoute(async ({ user, request, params }) => {
  const { definition, offset } = await readQuestion(request);
  const selection = await readSelection(db, {
    userId: user.id,
    ruleSetId: askedRuleSet(params),
    definition: askedRule(definition),
    now: new Date(),
  });
  return readResult(db, selection, { offset: askedOffset(offset) });
});
