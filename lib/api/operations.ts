import { z } from "zod";
import { changeOperations } from "./change-operations";
import { component } from "./component";
import { describeApi } from "./describe-api";
import { jobOperations } from "./job-operations";
import { libraryOperations } from "./library-operations";
import { type Operation, operation } from "./operation";
import { periodOperations } from "./period-operations";
import { planOperations } from "./plan-operations";
import { playlistOperations } from "./playlist-operations";
import { pressOperations } from "./press-operations";
import { ruleOperations } from "./rule-operations";
import { sourceOperations } from "./source-operations";
import { styleOperations } from "./style-operations";
import { trackOperations } from "./track-operations";

const description = operation({
  id: "describeApi",
  method: "GET",
  path: "/openapi.json",
  summary: "This description, as OpenAPI 3.1",
  scope: null,
  answer: component("Description", z.record(z.string(), z.unknown())),
  run: async () => describeApi(operations),
});

/** Everything a program can ask for: what is not here is not there, and not in the description. */
export const operations: readonly Operation[] = [
  ...styleOperations,
  ...periodOperations,
  ...pressOperations,
  ...jobOperations,
  ...libraryOperations,
  ...changeOperations,
  ...sourceOperations,
  ...trackOperations,
  ...ruleOperations,
  ...playlistOperations,
  ...planOperations,
  description,
];
