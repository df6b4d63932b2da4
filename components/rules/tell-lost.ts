import { tellProblem } from "@/components/ui/toast";

/** An action that did not come through. */
export const tellLost = () =>
  tellProblem("Clouder did not answer. Look whether it was done before you try again.");
