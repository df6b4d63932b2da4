import { startStackOver } from "../../e2e/stack";

/** The pictures show what a newcomer sees. */
export default function startWholeWorld() {
  return startStackOver({});
}
