"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { userAction } from "@/lib/action";
import { archiveCategory, restoreCategory } from "./archive-category";
import { closePeriod } from "./close-period";
import { createCategory } from "./create-category";
import { recolorCategory, renameCategory, setShortcut } from "./edit-category";
import { orderStyles, unfollowStyle } from "./follow-style";
import { type FollowUp, followUpEvents } from "./follow-up";
import { moveTracks } from "./move-tracks";
import { orderCategories } from "./order-categories";
import { promoteTracks } from "./promote-tracks";
import { reorderTrack } from "./reorder-track";
import {
  categoryInput,
  closePeriodInput,
  createCategoryInput,
  moveTracksInput,
  orderCategoriesInput,
  orderStylesInput,
  promoteTracksInput,
  recolorCategoryInput,
  renameCategoryInput,
  reorderTrackInput,
  setShortcutInput,
  setUpStyleInput,
  styleInput,
  undoInput,
  weekInput,
} from "./schema";
import { setUpStyle } from "./set-up-style";
import { startPeriod } from "./start-period";
import { undoPress } from "./undo-press";

/** Spotify and Beatport are asked after the answer is on its way. */
function followUp(work: FollowUp) {
  const events = followUpEvents(work);
  if (events.length > 0) after(() => announce(events));
}

export const startPeriodAction = userAction(weekInput, async ({ user, input }) => {
  const { mirrorIds, collectionId, ...started } = await startPeriod(db, {
    ...input,
    userId: user.id,
    now: new Date(),
  });
  followUp({ userId: user.id, mirrorIds, collectionId });
  return started;
});

export const moveTracksAction = userAction(moveTracksInput, async ({ user, input }) => {
  const { mirrorIds, ...answer } = await moveTracks(db, { ...input, userId: user.id });
  followUp({ userId: user.id, mirrorIds });
  return answer;
});

export const promoteTracksAction = userAction(promoteTracksInput, async ({ user, input }) => {
  const { mirrorIds, ...answer } = await promoteTracks(db, { ...input, userId: user.id });
  followUp({ userId: user.id, mirrorIds });
  return answer;
});

export const reorderTrackAction = userAction(reorderTrackInput, async ({ user, input }) => {
  const { mirrorIds, ...answer } = await reorderTrack(db, { ...input, userId: user.id });
  followUp({ userId: user.id, mirrorIds });
  return answer;
});

export const undoAction = userAction(undoInput, async ({ user, input }) => {
  const { mirrorIds, ...answer } = await undoPress(db, { ...input, userId: user.id });
  followUp({ userId: user.id, mirrorIds });
  return answer;
});

export const closePeriodAction = userAction(closePeriodInput, ({ user, input }) =>
  closePeriod(db, { ...input, userId: user.id, now: new Date() }),
);

export const setUpStyleAction = userAction(setUpStyleInput, async ({ user, input }) => {
  const { mirrorIds, collectionId, ...answer } = await setUpStyle(db, {
    ...input,
    userId: user.id,
    now: new Date(),
  });
  followUp({ userId: user.id, mirrorIds, collectionId });
  return answer;
});

export const unfollowStyleAction = userAction(styleInput, ({ user, input }) =>
  unfollowStyle(db, { ...input, userId: user.id }),
);

export const orderStylesAction = userAction(orderStylesInput, ({ user, input }) =>
  orderStyles(db, { ...input, userId: user.id }),
);

export const createCategoryAction = userAction(createCategoryInput, async ({ user, input }) => {
  const { mirrorIds, category } = await createCategory(db, { ...input, userId: user.id });
  followUp({ userId: user.id, mirrorIds });
  return category;
});

export const renameCategoryAction = userAction(renameCategoryInput, async ({ user, input }) => {
  const { mirrorIds, category } = await renameCategory(db, { ...input, userId: user.id });
  followUp({ userId: user.id, mirrorIds });
  return category;
});

export const recolorCategoryAction = userAction(recolorCategoryInput, ({ user, input }) =>
  recolorCategory(db, { ...input, userId: user.id }),
);

export const setShortcutAction = userAction(setShortcutInput, ({ user, input }) =>
  setShortcut(db, { ...input, userId: user.id }),
);

export const orderCategoriesAction = userAction(orderCategoriesInput, ({ user, input }) =>
  orderCategories(db, { ...input, userId: user.id }),
);

export const archiveCategoryAction = userAction(categoryInput, ({ user, input }) =>
  archiveCategory(db, { ...input, userId: user.id, now: new Date() }),
);

export const restoreCategoryAction = userAction(categoryInput, ({ user, input }) =>
  restoreCategory(db, { ...input, userId: user.id }),
);
