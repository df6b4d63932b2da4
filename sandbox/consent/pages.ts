import { html, raw } from "hono/html";
import { demoUsers } from "../state/demo-users";

const style = `
  :root { color-scheme: light dark; --ground: #f7f5f1; --card: #fff; --ink: #1d1b18; --soft: #5a554d;
    --line: #d9d4ca; --field: #8b857a; --act: #1d1b18; --on-act: #fff; --note: #f2ead9; }
  @media (prefers-color-scheme: dark) { :root { --ground: #131211; --card: #1c1a18; --ink: #f3f0ea;
    --soft: #b5afa4; --line: #35322d; --field: #8f897e; --act: #f3f0ea; --on-act: #1d1b18; --note: #2b2519; } }
  * { box-sizing: border-box; margin: 0; }
  body { min-height: 100vh; display: grid; place-items: center; padding: 24px 16px;
    background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
  main { width: 100%; max-width: 440px; background: var(--card); border: 1px solid var(--line);
    border-radius: 8px; padding: 28px; }
  .note { background: var(--note); border-radius: 6px; padding: 8px 12px; font-size: 14px; margin-bottom: 20px; }
  h1 { font-size: 22px; line-height: 1.25; margin-bottom: 6px; }
  h2, legend { font-size: 15px; font-weight: 600; }
  p, li { color: var(--soft); }
  main > p strong { color: var(--ink); }
  ul { margin: 6px 0 22px; padding-left: 20px; font-size: 14px; }
  h2 { margin-top: 18px; }
  fieldset { border: 0; padding: 0; margin-bottom: 22px; }
  legend { padding: 0; margin-bottom: 8px; }
  label { display: flex; gap: 12px; align-items: center; min-height: 48px; padding: 8px 12px;
    border: 1px solid var(--field); border-radius: 6px; cursor: pointer; }
  label + label { margin-top: 8px; }
  label:has(:checked) { outline: 2px solid var(--act); outline-offset: -2px; }
  label:has(:focus-visible), button:focus-visible { outline: 3px solid #2b6cb0; outline-offset: 2px; }
  input[type="radio"] { width: 18px; height: 18px; accent-color: var(--act); }
  .buttons { display: flex; gap: 12px; }
  button { flex: 1; min-height: 44px; border-radius: 6px; border: 1px solid var(--field);
    background: transparent; color: var(--ink); font: 600 15px system-ui, sans-serif; cursor: pointer; }
  button[value="agree"] { background: var(--act); border-color: var(--act); color: var(--on-act); }
`;

const page = (service: string, title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Simulated ${service}</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <main>
      <p class="note">This is a simulated ${service}. No real account is involved.</p>
      ${body}
    </main>
  </body>
</html>`;

/** Asks a demo user to let the app in; the form posts back to the address it was shown at. */
export const consentForm = (asked: {
  service: string;
  /** Where the person returns to. */
  host: string;
  abilities: readonly string[];
}) =>
  page(
    asked.service,
    "Let Clouder in?",
    html`<h1>Let Clouder use your ${asked.service} account?</h1>
      <p>Afterwards you return to <strong>${asked.host}</strong>.</p>
      <h2>Clouder will be able to</h2>
      <ul>
        ${asked.abilities.map((ability) => html`<li>${ability}</li>`)}
      </ul>
      <form method="post">
        <fieldset>
          <legend>Continue as</legend>
          ${demoUsers.map(
            ({ id, displayName }, index) => html`<label>
              <input type="radio" name="user" value="${id}" ${index === 0 ? "checked" : ""} required>
              ${displayName}
            </label>`,
          )}
        </fieldset>
        <div class="buttons">
          <button type="submit" name="decision" value="agree">Agree</button>
          <button type="submit" name="decision" value="cancel" formnovalidate>Cancel</button>
        </div>
      </form>`,
  );

/** Tells the person why there is nothing to agree to. */
export const messagePage = (service: string, title: string, message: string) =>
  page(
    service,
    title,
    html`<h1>${title}</h1>
      <p>${message}</p>`,
  );
