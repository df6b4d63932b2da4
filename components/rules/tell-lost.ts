import { tellProblem } from "@/components/ui/toast";

/** An action that did not come through. */
export const tellLost = () => tellProblem("That did not reach Clouder. Nothing was changed.");
