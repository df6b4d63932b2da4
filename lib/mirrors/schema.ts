import { z } from "zod";

export const mirrorInput = z.object({ mirrorId: z.uuid() });
