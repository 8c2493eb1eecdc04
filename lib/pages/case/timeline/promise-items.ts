import type { DerivedCase } from "@/lib/domain/case/case";
import {
  promiseKinds,
  promiseStateAt,
  type CasePromise,
  type PromiseState,
} from "@/lib/domain/case/case-promise";
import { lateByWords } from "@/lib/format/late-by-words";
import { plainWords } from "@/lib/format/plain-words";
import type { Tone } from "@/lib/format/wording";
import type { LineMeeting, TimelinePromise } from "./timeline-model";

const tones: Readonly<Record<PromiseState, Tone>> = {
  kept: "pass",
  late: "fail",
  broken: "fail",
  overdue: "fail",
  open: "none",
  unknown: "none",
};

const receptions = {
  known: { tone: "pass", words: "known" },
  denied: { tone: "fail", words: "denied" },
  ignored: { tone: "fail", words: "not taken up" },
  "not-mentioned": { tone: "none", words: "not mentioned" },
} as const;

/** Kinds of promises as text. */
export const promiseKindsSought = promiseKinds.join(", ");

/** Agents' promises with their state at `asOf`. */
export function promiseItems(
  promises: readonly CasePromise[],
  { interactions }: DerivedCase,
  asOfUs: number,
): readonly TimelinePromise[] {
  return promises.map((promise, at) => {
    const state = promiseStateAt(promise, asOfUs);
    const meetings = promise.receptions.flatMap(({ interaction, reception }): LineMeeting[] => {
      const met = interactions[interaction];
      return met === undefined ? [] : [{ atUs: met.startUs, ...receptions[reception] }];
    });
    return {
      id: `p${at}`,
      contact: promise.interaction,
      saidUs: promise.madeUs,
      dueUs: promise.dueUs,
      settledUs: promise.settledUs,
      state,
      isRegranted: isRegranted(promise, state),
      tone: isRegranted(promise, state) ? "warn" : tones[state],
      what: plainWords([promise.what, promise.dueWords].filter((word) => word !== "").join(" ")),
      stateWords: stateWords(promise, state),
      meetings,
    };
  });
}

/** Done only because the customer asked an agent who did not know of it. */
function isRegranted({ receptions }: CasePromise, state: PromiseState): boolean {
  return (
    (state === "kept" || state === "late") &&
    receptions.some(({ reception }) => reception === "denied")
  );
}

function stateWords(promise: CasePromise, state: PromiseState): string {
  const { dueUs, settledUs } = promise;
  if (isRegranted(promise, state)) {
    return state === "late" ? `granted again, ${lateByWords(dueUs, settledUs)}` : "granted again";
  }
  switch (state) {
    case "late":
      return lateByWords(dueUs, settledUs);
    case "unknown":
      return "cannot be checked";
    case "open":
      return dueUs === null ? "open, no date named" : "open";
    case "kept":
    case "broken":
    case "overdue":
      return state;
  }
}

const states: readonly { readonly state: PromiseState; readonly words: string }[] = [
  { state: "kept", words: "kept" },
  { state: "late", words: "late" },
  { state: "broken", words: "broken" },
  { state: "overdue", words: "overdue" },
  { state: "open", words: "open" },
  { state: "unknown", words: "cannot be checked" },
];

/** The track's summary: "1 kept, 2 broken", or that there are none and what was looked for. */
export function promisesWords(promises: readonly TimelinePromise[]): string {
  if (promises.length === 0) return "none found";
  const again = promises.filter(({ isRegranted }) => isRegranted);
  const counts = states.map(({ state, words }) => ({
    words,
    count: promises.filter((each) => each.state === state && !each.isRegranted).length,
  }));
  return [...counts, { words: "granted again", count: again.length }]
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`)
    .join(", ");
}
