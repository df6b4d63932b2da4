import { z } from "zod";
import { isLabel } from "./classification";

const TAG_MOST_LETTERS = 40;
const TAGS_AT_ONCE = 20;
const TRACKS_AT_ONCE = 500;

/** A user's word for tracks, without space around it and single space inside. */
const tag = z
  .string()
  .transform((text) => text.normalize("NFC").trim().replace(/\s+/g, " "))
  .pipe(z.string().min(1).max(TAG_MOST_LETTERS));

const recordingKey = z.string().min(1).max(1000);

export const tagTracksInput = z.object({
  recordingKeys: z.array(recordingKey).min(1).max(TRACKS_AT_ONCE),
  tags: z.array(tag).min(1).max(TAGS_AT_ONCE),
});
export type TagTracksInput = z.infer<typeof tagTracksInput>;

/** `holds` is null where the rules are to decide again. */
export const correctLabelInput = z.object({
  recordingKey,
  label: z.string().refine(isLabel, "That is no label a track can have."),
  holds: z.boolean().nullable(),
});
export type CorrectLabelInput = z.infer<typeof correctLabelInput>;
