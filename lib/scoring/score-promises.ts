import { findPromises } from "@/lib/evaluators/promises/find-promises";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import { caseOfRow } from "./case-of-row";
import { placeInRow } from "./place-in-row";
import { findObstacle } from "./refuse-unreadable";
import type { PromiseWord } from "./score-line";
import type { Scorer } from "./scorer";

/** The agents' promises in a row, with due time and status. */
export const scorePromises: Scorer = (row) => {
  const because = findObstacle(row);
  if (because !== null) return { id: row.id, promises: [], status: "not-scorable", because };
  const assembled = caseOfRow(row);
  const promises = findPromises(assembled, defaultSettings).map((promise) => ({
    ...placeInRow(promise.quote, assembled),
    status: wordOf(promise),
    due: promise.dueWords === "" ? null : promise.dueWords,
  }));
  return { id: row.id, promises };
};

/** The sets' labels know no "late". The promise's own status takes precedence over its reception by later contacts. */
function wordOf({ status, receptions }: CasePromise): PromiseWord {
  if (status === "late") return "kept";
  if (status === "kept" || status === "broken") return status;
  const found = receptions.map(({ reception }) => reception);
  const said = (["denied", "known", "ignored"] as const).find((word) => found.includes(word));
  return said ?? "open";
}
