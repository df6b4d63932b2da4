import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { exportRuleSet } from "@/lib/rules/export-rule-set";
import { askedRuleSet } from "@/lib/rules/read-question";

/** A rule set as a file. */
export const GET = userRoute(async ({ user, params }) => {
  const file = await exportRuleSet(db, { userId: user.id, ruleSetId: askedRuleSet(params) });
  const name = file.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "rule-set";
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      "content-type": "application/json",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.json`)}`,
      "cache-control": "no-store",
    },
  });
});
