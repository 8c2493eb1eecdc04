import { keysOf } from "@/lib/domain/keys-of";
import type { DerivedCase } from "@/lib/domain/case/case";
import {
  promiseStateAt,
  type CasePromise,
  type PromiseState,
} from "@/lib/domain/case/case-promise";
import { lateByWords } from "@/lib/format/late-by-words";
import { plainWords } from "@/lib/format/plain-words";
import type { Tone } from "@/lib/format/wording";
import type { LineMeeting, TimelinePromise } from "./timeline-model";
import { promises as words } from "../words/timeline";

const tones: Readonly<Record<PromiseState, Tone>> = {
  kept: "pass",
  late: "fail",
  broken: "fail",
  overdue: "fail",
  open: "none",
  unknown: "none",
};

const receptions = {
  known: { tone: "pass", words: words.receptions.known },
  denied: { tone: "fail", words: words.receptions.denied },
  ignored: { tone: "fail", words: words.receptions.ignored },
  "not-mentioned": { tone: "none", words: words.receptions["not-mentioned"] },
} as const;

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
    const again = words.regranted;
    return state === "late" ? `${again}, ${lateByWords(dueUs, settledUs)}` : again;
  }
  switch (state) {
    case "late":
      return lateByWords(dueUs, settledUs);
    case "open":
      return dueUs === null ? words.openUndated : words.states.open;
    case "unknown":
    case "kept":
    case "broken":
    case "overdue":
      return words.states[state];
  }
}

/** The track's summary: "1 kept, 2 broken", or that there are none and what was looked for. */
export function promisesWords(promises: readonly TimelinePromise[]): string {
  if (promises.length === 0) return words.none;
  const again = promises.filter(({ isRegranted }) => isRegranted);
  const counts = keysOf(words.states).map((state) => ({
    label: words.states[state],
    count: promises.filter((each) => each.state === state && !each.isRegranted).length,
  }));
  return [...counts, { label: words.regranted, count: again.length }]
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label}`)
    .join(", ");
}
