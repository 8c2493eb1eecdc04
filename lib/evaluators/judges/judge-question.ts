import type { DerivedCase, Message, ScoreTarget } from "@/lib/domain/case/case";
import type { Passage } from "@/lib/domain/trace/reading";
import type { Rubric } from "./rubric";

export type JudgeTarget = Extract<
  ScoreTarget,
  { readonly kind: "interaction" | "handoff" | "message" }
>;

/** The parts of a case that questions are put about. */
export type Judged = Pick<DerivedCase, "caseId" | "messages" | "interactions" | "handoffs">;

/** What was retrieved for an answer; null where nothing was. */
export type PassagesFor = (message: Message) => readonly Passage[] | null;

/** What a model reads of a case: no id of anybody or anything that the words themselves do not say. */
export type JudgeRecord = {
  readonly about: Readonly<Record<string, string | number>>;
  readonly messages: readonly {
    readonly message: number;
    readonly contact: number;
    readonly channel: string;
    readonly speaker: string;
    readonly text: string;
    readonly tool?: string;
    readonly isError?: boolean;
    readonly calls?: readonly { readonly name: string; readonly args: string }[];
  }[];
};

/** One question about one place of a case, with what is shown for it. */
export type JudgeQuestion = {
  readonly rubric: Rubric;
  readonly target: JudgeTarget;
  /** In order; quotes are of these. */
  readonly shown: readonly Message[];
  readonly record: JudgeRecord;
  /** What was retrieved, for rubrics about answers; none otherwise. */
  readonly passages: readonly string[];
};
