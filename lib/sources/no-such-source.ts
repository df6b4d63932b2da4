import { AppError } from "@/lib/errors";

export const noSuchSource = () => new AppError("NOT_FOUND", "There is no such source.");
