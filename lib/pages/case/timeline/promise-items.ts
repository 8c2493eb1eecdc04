import type { DerivedCase } from "@/lib/domain/case/case";
import {
  promiseKinds,
  promiseStateAt,
  type CasePromise,
  type PromiseState,
} from "@/lib/domain/case/case-promise";
import { formatDuration } from "@/lib/format/format";
import { plainWords } from "@/lib/format/plain-words";
import type { Tone } from "@/lib/format/wording";
import type { LineMeeting, TimelinePromise } from "./timeline-model";

const tones: Readonly<Record<PromiseState, Tone>> = {
  kept: "pass",
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
      tone: isRegranted(promise, state) ? "warn" : tones[state],
      what: plainWords([promise.what, promise.dueWords].filter((word) => word !== "").join(" ")),
      stateWords: stateWords(promise, state),
      meetings,
    };
  });
}

/** Kept only because the customer asked an agent who did not know of it. */
export function isRegranted({ receptions }: CasePromise, state: PromiseState): boolean {
  return state === "kept" && receptions.some(({ reception }) => reception === "denied");
}

function stateWords(promise: CasePromise, state: PromiseState): string {
  const { dueUs, settledUs } = promise;
  if (isRegranted(promise, state)) return "granted again";
  switch (state) {
    case "kept":
      return dueUs !== null && settledUs !== null && settledUs > dueUs
        ? `kept, ${formatDuration(settledUs - dueUs)} late`
        : "kept";
    case "unknown":
      return "no sign of it";
    case "open":
      return dueUs === null ? "open, no date named" : "open";
    case "broken":
    case "overdue":
      return state;
  }
}

/** The track's summary: "1 kept, 2 broken", or that there are none and what was looked for. */
export function promisesWords(promises: readonly TimelinePromise[]): string {
  if (promises.length === 0) return "none found";
  const states: readonly PromiseState[] = ["kept", "broken", "overdue", "open", "unknown"];
  const kept = promises.filter(({ state, tone }) => state === "kept" && tone === "warn").length;
  const counts: { state: string; count: number }[] = states.map((state) => ({
    state,
    count: promises.filter((each) => each.state === state).length - (state === "kept" ? kept : 0),
  }));
  return [...counts, { state: "granted again", count: kept }]
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`)
    .join(", ");
}
