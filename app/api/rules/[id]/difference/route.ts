import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { askedRule, askedRuleSet, readQuestion } from "@/lib/rules/read-question";
import { readDifference } from "@/lib/rules/read-result";
import { readSelection } from "@/lib/rules/read-selection";

/** What would come and go if a rule set said what is sent. */
export const POST = userRoute(async ({ user, request, params }) => {
  const { definition } = await readQuestion(request);
  const before = await readSelection(db, {
    userId: user.id,
    ruleSetId: askedRuleSet(params),
    now: new Date(),
  });
  return readDifference(db, { before, after: { ...before, rule: askedRule(definition) } });
});
