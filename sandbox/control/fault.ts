import { z } from "zod";
import { matchSchema } from "./match";

/** Seconds, no header at all, or an HTTP date so many seconds ahead. */
const retryAfter = z.union([
  z.number().min(0),
  z.literal("missing"),
  z.strictObject({ dateInSeconds: z.number() }),
]);
const errorStatus = z.number().int().min(400).max(599);
const holdMs = z.number().int().positive().default(60_000);

const rule = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({
    ...shape,
    match: matchSchema.optional(),
    /** How many requests it hits; without it, all of them. */
    times: z.number().int().positive().optional(),
    /** How many matching requests it lets pass before the first it hits. */
    skip: z.number().int().min(0).optional(),
    /** Chance for each matching request; the seed makes the series repeatable. */
    probability: z.number().min(0).max(1).optional(),
    seed: z.string().default("faults"),
  });

export const faultSchema = z.discriminatedUnion("kind", [
  /** 429 with the provider's body, or with plain text. */
  rule({
    kind: z.literal("rate-limit"),
    retryAfter: retryAfter.default(1),
    body: z.enum(["json", "text"]).default("json"),
  }),
  /** 429 of Spotify's daily quota. */
  rule({ kind: z.literal("quota"), retryAfter: retryAfter.default(80_000) }),
  rule({ kind: z.literal("status"), status: errorStatus, body: z.string().optional() }),
  rule({ kind: z.literal("unauthorized") }),
  /** No answer comes, and nothing has happened. */
  rule({ kind: z.literal("hang"), holdMs }),
  rule({ kind: z.literal("reset") }),
  /** The request takes effect; its answer is an error, or never comes. */
  rule({ kind: z.literal("applied-then-status"), status: errorStatus.default(500) }),
  rule({ kind: z.literal("applied-then-hang"), holdMs }),
  rule({ kind: z.literal("applied-then-reset") }),
  /** The answer is right, and arrives in pieces over this long. */
  rule({ kind: z.literal("slow-body"), ms: z.number().int().positive() }),
  /** The answer is cut off in the middle. */
  rule({ kind: z.literal("truncated") }),
  /** A gateway's page stands where JSON should be. */
  rule({ kind: z.literal("html"), status: z.number().int().min(200).max(599).default(200) }),
]);

export type Fault = z.infer<typeof faultSchema>;
