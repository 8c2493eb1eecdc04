import type { JudgedVerdict } from "@/lib/domain/quality/judgement";
import { oneAtATime, type OneAtATime } from "./one-at-a-time";

export type JudgeReport = {
  /** Questions sent to the model. */
  readonly asked: number;
  /** Questions with a cached answer. */
  readonly known: number;
  readonly scored: number;
  readonly notApplicable: number;
  readonly notScorable: number;
  /** Questions that the server did not answer. */
  readonly unanswered: number;
  /** Why it ended; `done`: all questions were sent. */
  readonly ended: RunEnd | "done";
};

type RunEnd = "limit" | "spent" | "unavailable" | "failed";

/** State shared by the workers of one run. */
export type JudgeRun = {
  readonly isOver: () => boolean;
  readonly end: (why: RunEnd) => void;
  /**
   * Takes one of the questions that may be sent.
   * @returns false if none is left
   */
  readonly take: () => boolean;
  readonly noteKnown: () => void;
  readonly noteVerdict: (verdict: JudgedVerdict) => void;
  readonly noteUnanswered: () => void;
  /** The token budget is used up for the question taken. */
  readonly noteSpent: () => void;
  /** By content hash: equal questions of two cases are sent once. */
  readonly alone: OneAtATime;
  readonly report: () => JudgeReport;
};

/** After this many unanswered questions in a row the server counts as down. */
const unansweredMax = 3;

/** @param limit maximum number of questions sent to the model */
export function startRun(limit: number, onAsked: (asked: number) => void): JudgeRun {
  let [asked, known, unanswered, inRow] = [0, 0, 0, 0];
  const verdicts = { scored: 0, "not-applicable": 0, "not-scorable": 0 };
  let ended: RunEnd | null = null;
  const end = (why: RunEnd) => {
    ended ??= why;
  };
  return {
    isOver: () => ended !== null,
    end,
    take: () => {
      if (asked >= limit) end("limit");
      if (ended !== null) return false;
      asked += 1;
      onAsked(asked);
      return true;
    },
    noteKnown: () => {
      known += 1;
    },
    noteVerdict: ({ status }) => {
      inRow = 0;
      verdicts[status] += 1;
    },
    noteUnanswered: () => {
      unanswered += 1;
      inRow += 1;
      if (inRow >= unansweredMax) end("unavailable");
    },
    noteSpent: () => {
      asked -= 1;
      end("spent");
    },
    alone: oneAtATime(),
    report: () => ({
      ...{ asked, known, unanswered },
      scored: verdicts.scored,
      notApplicable: verdicts["not-applicable"],
      notScorable: verdicts["not-scorable"],
      ended: ended ?? "done",
    }),
  };
}
