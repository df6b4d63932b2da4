type Reach = () => Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/** Texts kept by name. What is not JSON reads as null. */
export type BrowserStore = ReturnType<typeof storeOver>;

/**
 * What a browser keeps between visits. One that does not want to, because it is full or was told to
 * keep nothing, stops nobody: until the page is left, it is kept here.
 */
export function storeOver(reach: Reach) {
  const refused = new Map<string, string>();

  function names() {
    const kept = attempt(() => {
      const store = reach();
      return Array.from({ length: store.length }, (_, index) => store.key(index) ?? []).flat();
    });
    return [...new Set([...(kept ?? []), ...refused.keys()])];
  }
  const text = (name: string) => refused.get(name) ?? attempt(() => reach().getItem(name)) ?? null;

  return {
    names,
    text,
    json: (name: string): unknown => attempt(() => JSON.parse(text(name) ?? "null")) ?? null,
    keep(name: string, value: string) {
      const isKept = attempt(() => {
        reach().setItem(name, value);
        return true;
      });
      if (isKept) refused.delete(name);
      else refused.set(name, value);
    },
    forget(name: string) {
      refused.delete(name);
      attempt(() => reach().removeItem(name));
    },
  };
}

/** What a person lets the browser keep is theirs to refuse: no answer is an answer. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

export const browserStore = storeOver(() => window.localStorage);
