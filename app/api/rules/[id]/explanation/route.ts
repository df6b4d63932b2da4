import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { askedRule, askedRuleSet, readQuestion } from "@/lib/rules/read-question";
import { readExplanation } from "@/lib/rules/read-result";
import { readSelection } from "@/lib/rules/read-selection";

/** Why a rule set, as it is edited, takes a track or does not. */
export const POST = userRoute(async ({ user, request, params }) => {
  const { definition, recordingKey } = await readQuestion(request);
  const selection = await readSelection(db, {
    userId: user.id,
    ruleSetId: askedRuleSet(params),
    definition: askedRule(definition),
    now: new Date(),
  });
  return readExplanation(db, selection, { recordingKey: String(recordingKey) });
});
