import { expect, type Page, test } from "@playwright/test";
import { press } from "./press";
import { signIn, startStyle } from "./sign-in";
import { reload, visit } from "./visit";

async function makeToken(page: Page, { name, write }: { name: string; write: boolean }) {
  await visit(page, "/settings");
  await page.getByRole("link", { name: "API", exact: true }).press("Enter");
  await press(page.getByRole("button", { name: "New token" }));
  const form = page.getByRole("dialog", { name: "New API token" });
  await expect(form.getByRole("textbox", { name: "Name" })).toBeFocused();
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  if (write) await press(form.getByRole("checkbox", { name: /curation:write/ }), "Space");
  await press(form.getByRole("button", { name: "Make the token" }));
  const field = page.getByRole("textbox", { name: /copy the token now/ });
  await expect(field).toBeFocused();
  return field.inputValue();
}

test("a token made in Settings sorts a week from outside, until it is revoked", async ({
  page,
  playwright,
  baseURL,
}) => {
  await signIn(page, "Mira Okafor");
  await visit(page, "/styles");
  await startStyle(page, "Drum & Bass");
  await expect(page.locator("tr:focus")).toBeVisible({ timeout: 120_000 });

  const token = await makeToken(page, { name: "Night script", write: true });
  expect(token).toMatch(/^cldr_[\w-]{43}$/);
  const api = await playwright.request.newContext({
    baseURL: `${baseURL}/api/v1/`,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });

  const described = await api.get("openapi.json", { headers: { authorization: "" } });
  expect((await described.json()).openapi).toBe("3.1.0");

  const { items: periods } = await (await api.get("curation/periods")).json();
  const { id } = periods[0];
  const { categories } = await (await api.get(`curation/periods/${id}`)).json();
  const tracks = await api.get(`curation/periods/${id}/tracks?stage=bronze&limit=1`);
  expect(tracks.headers()["ratelimit-remaining"]).toMatch(/^\d+$/);
  const [track] = (await tracks.json()).items;
  const moved = await api.post(`curation/tracks/${track.id}/move`, {
    data: { categoryId: categories[0].id },
    headers: { "idempotency-key": crypto.randomUUID() },
  });
  expect(await moved.json()).toMatchObject({ placements: [{ categoryId: categories[0].id }] });
  const table = await api.get(`curation/periods/${id}/tracks?format=csv&stage=silver`);
  expect(await table.text()).toContain(track.id);

  const known = await api.get("openapi.json", {
    headers: { "if-none-match": described.headers().etag ?? "" },
  });
  expect(known.status()).toBe(304);
  const head = await api.head("styles");
  expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
  const unknown = await api.delete("curation/periods");
  expect([unknown.status(), unknown.headers().allow]).toEqual([405, "GET, POST, HEAD, OPTIONS"]);
  expect((await api.get("nothing")).headers()["content-type"]).toBe("application/problem+json");
  expect((await api.post("styles/deep-house/categories", { data: {} })).status()).toBe(403);

  await reload(page);
  const row = page.getByRole("list", { name: "API tokens" }).getByRole("listitem");
  await expect(row).toContainText("Night script");
  await expect(row).toContainText(/last used (just now|1 min ago)/);
  expect(await page.content()).not.toContain(token);
  await press(row.getByRole("button", { name: "Revoke" }));
  await press(page.getByRole("button", { name: "Revoke it" }));
  // behind the open dialog the list counts as hidden
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("list", { name: "API tokens" })).toBeHidden();
  const refused = await api.get("styles");
  expect(refused.status()).toBe(401);
  expect((await refused.json()).type).toBe("urn:clouder:problem:unauthenticated");
});

test("the reference lists what the description lists", async ({ page, request }) => {
  await signIn(page, "Mira Okafor");
  await visit(page, "/settings/api");
  const { paths } = await (await request.get("/api/v1/openapi.json")).json();
  for (const path of Object.keys(paths)) {
    await expect(page.getByText(path, { exact: true }).first()).toBeVisible();
  }
  const saved = page.getByRole("listitem").filter({ hasText: "The tracks I saved" });
  await saved.locator("summary").press("Enter");
  await expect(saved.getByText("library:read")).toBeVisible();
});
