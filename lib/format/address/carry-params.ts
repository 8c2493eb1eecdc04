import { encodeParam } from "./encode-param";

/** The parameters that a page takes over from the page before. */
export type TakenOver = {
  readonly names: readonly string[];
  /** Those of which it takes one value. */
  readonly single: readonly string[];
};

/**
 * What an address says that another page takes over, as that page's query string; "": nothing. Where the page takes
 * one value and several are given, none is.
 */
export function carryParams(from: URLSearchParams, { names, single }: TakenOver): string {
  return names
    .flatMap((name) => {
      const values = from.getAll(name);
      if (single.includes(name) && values.length > 1) return [];
      return values.map((value) => `${name}=${encodeParam(value)}`);
    })
    .join("&");
}

/** What was chosen so far and what the shown page says of it. */
type Shown = {
  /** The chosen filters before this page, as a query string. */
  readonly kept: string;
  /** The page's parameters. */
  readonly params: URLSearchParams;
  /** What the page takes over; absent: it is none of the navigation's. */
  readonly page: TakenOver | undefined;
  /** Every name that some page takes over. */
  readonly names: readonly string[];
};

/**
 * The filters that are chosen once a page is shown, as a query string: what the page says of those that it has, and
 * the others as they were. A page without any leaves them all.
 */
export function keepParams({ kept, params, page, names }: Shown): string {
  const own = carryParams(params, { names: page?.names ?? names, single: [] });
  if (page === undefined) return own === "" ? kept : own;
  const before = new URLSearchParams(kept);
  // Of several values where the page takes one it took none.
  const isUntaken = (name: string) =>
    page.single.includes(name) && before.getAll(name).length > 1 && !params.has(name);
  const others = names.filter((name) => !page.names.includes(name) || isUntaken(name));
  const rest = carryParams(before, { names: others, single: [] });
  return [own, rest].filter(Boolean).join("&");
}
