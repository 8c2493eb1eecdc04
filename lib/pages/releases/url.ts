import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, param, position } from "@/lib/format/address/field";
import { runHref } from "./href";

/** The page with every run. */
export const releasesPath = "/releases";

/** Which cases of a run are listed. */
export const runLists = ["regressed", "failing", "fixed", "unscored"] as const;
export type RunList = (typeof runLists)[number];

/** The query of a run's page. */
export const runCodec = createCodec({
  list: param("list", oneOf(runLists), "regressed"),
  /** Page of cases, from 1. */
  page: param("page", position, 1),
});
export type RunQuery = QueryOf<typeof runCodec>;

/** The address of a view of a run's page, with defaults left out. */
export function runViewHref(run: string, query: Partial<RunQuery>): string {
  return runCodec.href(runHref(run), { ...runCodec.defaultValue, ...query });
}

const fileFormats = ["csv", "json"] as const;

/** The query of a list of a run's cases as a file. */
export const runFileCodec = createCodec({
  list: param("list", oneOf(runLists), "regressed"),
  format: param("format", oneOf(fileFormats), "csv"),
});

/** The address of a list of a run's cases as a file. */
export function runFileHref(run: string, list: RunList, format: "csv" | "json"): string {
  return runFileCodec.href(`${runHref(run)}/cases`, { list, format });
}
