import "server-only";
import { z } from "zod";
import type { Lane } from "@/lib/traffic/pace";
import { sift } from "@/lib/traffic/sift";
import { readBeatport } from "./request";

const genre = z.object({
  id: z.number().int().positive(),
  name: z.string().min(1),
  slug: z.string().min(1),
  enabled: z.boolean().nullish(),
});

const page = z.object({ results: z.array(z.unknown()) });

/** All genres on sale; there are fewer than fifty. */
export async function listGenres({ lane }: { lane: Lane }) {
  const { results } = await readBeatport(
    { path: "/catalog/genres/", query: { per_page: 100 }, lane },
    page,
  );
  return sift(results, genre).valid.filter(({ enabled }) => enabled !== false);
}
