/** Beatport never counts further, however much there is. */
export const COUNT_CAP = 10_000;
const DEFAULT_PER_PAGE = 10;
const MOST_PER_PAGE = 100;

export interface Page {
  number: number;
  size: number;
}

const positive = (text: string | null) => {
  const number = Number(text);
  return text !== null && Number.isSafeInteger(number) && number > 0 ? number : null;
};

/** Null when the page number is not one. */
export function pageOf(params: URLSearchParams): Page | null {
  const size = Math.min(positive(params.get("per_page")) ?? DEFAULT_PER_PAGE, MOST_PER_PAGE);
  if (!params.has("page")) return { number: 1, size };
  const number = positive(params.get("page"));
  return number ? { number, size } : null;
}

/** Beatport's own links: no scheme, the caller's parameters, the page last. */
function link(path: string, params: URLSearchParams, page: number): string {
  const query = new URLSearchParams([...params].filter(([name]) => name !== "page"));
  query.append("page", String(page));
  return `api.beatport.com/v4${path}?${query}`;
}

/** One page of a list; null when the list ends before it. A drift moves the pages after the first. */
export function envelope<Item, Json>(
  request: { path: string; params: URLSearchParams; page: Page; nested?: boolean; drift?: number },
  items: readonly Item[],
  toJson: (item: Item) => Json,
) {
  const { path, params, page } = request;
  const count = Math.min(items.length, COUNT_CAP);
  const pages = Math.max(1, Math.ceil(count / page.size));
  if (page.number > pages) return null;

  const start = (page.number - 1) * page.size + (page.number > 1 ? (request.drift ?? 0) : 0);
  const results = items.slice(start, Math.min(start + page.size, count)).map(toJson);
  const place = {
    next: page.number < pages ? link(path, params, page.number + 1) : null,
    previous: page.number > 1 ? link(path, params, page.number - 1) : null,
    count,
    page: `${page.number}/${pages}`,
    per_page: page.size,
  };
  return request.nested ? { ...place, results } : { results, ...place };
}
