import { defaultPeriod, periodNames } from "./period";

/**
 * The query string of a saved view as it is stored: of Cases with its period, which stays what it is when the default
 * is another one.
 * @param page the page's path @param search without "?" and defaults
 */
export function toStoredSearch(page: string, search: string): string {
  if (page !== "/cases" || hasPeriod(search)) return search;
  return joined(search, defaultParam);
}

/**
 * The page's query string of a stored one, without defaults. A view of Cases without a period was saved when the page
 * began with cases of any time, and still means them.
 */
export function fromStoredSearch(page: string, search: string): string {
  if (page !== "/cases") return search;
  if (!hasPeriod(search)) return joined(search, "period=all");
  const params = search.split("&");
  return params.filter((param) => param !== defaultParam).join("&");
}

const defaultParam = `period=${defaultPeriod}`;

function hasPeriod(search: string): boolean {
  const params = new URLSearchParams(search);
  return periodNames.some((name) => params.has(name));
}

function joined(search: string, param: string): string {
  return search === "" ? param : `${search}&${param}`;
}
