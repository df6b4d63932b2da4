import { cleanup, render } from "@testing-library/react";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { afterEach, expect, test, vi } from "vitest";
import { BrowserZone } from "./browser-zone";

afterEach(cleanup);

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const stays = () => undefined;

/** The shell as it is opened; what it told the server, and how often it was read again. */
function open({ isKnown, take }: { isKnown: boolean; take: () => Promise<{ ok: boolean }> }) {
  const told = vi.fn(take);
  const refresh = vi.fn();
  const router = {
    ...{ back: stays, forward: stays, push: stays, replace: stays, prefetch: stays, refresh },
    bfcacheId: "",
  };
  const shell = (known: boolean) => (
    <AppRouterContext value={router}>
      <BrowserZone isKnown={known} take={told} />
    </AppRouterContext>
  );
  const { rerender } = render(shell(isKnown));
  return { told, refresh, show: (known: boolean) => rerender(shell(known)) };
}

test("the zone of the first browser is taken once, wherever the app is opened, and the page is read again", async () => {
  const { told, refresh, show } = open({ isKnown: false, take: async () => ({ ok: true }) });
  expect(told).toHaveBeenCalledExactlyOnceWith({ timeZone: here });
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
  show(false);
  show(true);
  expect(told).toHaveBeenCalledOnce();
});

test("a zone that is known is left as it is", () => {
  expect(open({ isKnown: true, take: async () => ({ ok: true }) }).told).not.toHaveBeenCalled();
});

test("a zone that is not taken is not asked for over and over", async () => {
  const answers = [async () => ({ ok: false }), () => Promise.reject(new Error("offline"))];
  for (const take of answers) {
    const { told, refresh, show } = open({ isKnown: false, take });
    await Promise.allSettled(told.mock.results.map(({ value }) => value));
    show(false);
    expect(told).toHaveBeenCalledOnce();
    expect(refresh).not.toHaveBeenCalled();
    cleanup();
  }
});
