import type { DerivedCase, Message, ScoreTarget } from "@/lib/domain/case/case";
import type { Passage } from "@/lib/domain/trace/reading";
import type { Rubric } from "./rubric";

export type JudgeTarget = Extract<
  ScoreTarget,
  { readonly kind: "interaction" | "handoff" | "message" }
>;

/** The members of a case that questions are built from. */
export type Judged = Pick<DerivedCase, "caseId" | "messages" | "interactions" | "handoffs">;

/** The passages retrieved for an answer, or null. */
export type PassagesFor = (message: Message) => readonly Passage[] | null;

/** What a model receives of a case: no ids except those in the messages themselves. */
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

/** One question about one target of a case, with the record shown for it. */
export type JudgeQuestion = {
  readonly rubric: Rubric;
  readonly target: JudgeTarget;
  /** In order; quotes refer to these. */
  readonly shown: readonly Message[];
  readonly record: JudgeRecord;
  /** Retrieved passages, for rubrics about answers; otherwise empty. */
  readonly passages: readonly string[];
};
