import { z } from "zod";
import { component } from "./component";

export const moment = z.iso.datetime({ offset: true });

export const styleSlug = z.string().min(1).max(100);
export const ofStyle = z.object({ slug: styleSlug });
export const ofId = z.object({ id: z.uuid() });
export const ofPlaylist = z.object({
  id: z.string().min(1).max(100).describe("The provider's id."),
});

export const deleted = component("Deleted", z.object({ id: z.uuid() }));

export const category = component(
  "Category",
  z.object({
    id: z.uuid(),
    name: z.string(),
    color: z.number().int().min(0).max(12).describe("1 to 12 of the palette; 0 is Trash."),
    shortcut: z.string().nullable().describe("As `KeyboardEvent.key`."),
    position: z.number().int(),
    isTrash: z.boolean(),
    archived: z.boolean(),
  }),
);
