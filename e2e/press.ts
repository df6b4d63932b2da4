import { expect, type Locator } from "@playwright/test";

/** Presses a control once it can be: a key on one that is disabled is lost. */
export async function press(control: Locator, key = "Enter") {
  await expect(control).toBeEnabled();
  await control.press(key);
}
