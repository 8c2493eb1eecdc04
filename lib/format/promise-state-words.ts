import { promiseStateAt, type CasePromise } from "@/lib/domain/case/case-promise";
import { formatDuration } from "./format";
import { lateByWords } from "./late-by-words";
import type { VerdictView } from "./scores/verdict-view";

/** A promise's state with the time overdue or left, in the same words on all pages. @param asOfUs µs since 1970 */
export function promiseStateWords(
  promise: Pick<CasePromise, "kind" | "status" | "settledUs" | "dueUs">,
  asOfUs: number,
): VerdictView {
  const { dueUs, settledUs } = promise;
  switch (promiseStateAt(promise, asOfUs)) {
    case "kept":
      return { tone: "pass", label: "kept" };
    case "late":
      return { tone: "fail", label: lateByWords(dueUs, settledUs) };
    case "broken":
      return { tone: "fail", label: "broken" };
    case "overdue":
      return { tone: "fail", label: `${formatDuration(asOfUs - (dueUs ?? asOfUs))} overdue` };
    case "unknown":
      return { tone: "none", label: "cannot be checked" };
    case "open":
      return dueUs === null
        ? { tone: "none", label: "no date" }
        : { tone: "warn", label: `${formatDuration(dueUs - asOfUs)} left` };
  }
}

/** Who made a promise: "agent-204, Refunds"; the kind of agent where the traces name none. */
export function promiserWords(
  { agentId, team }: { readonly agentId: string | null; readonly team: string | null },
  kindWords: string,
): string {
  return [agentId ?? kindWords, team].filter((each) => each !== null && each !== "").join(", ");
}
