import type { CaseDisclosure, UnreadReason } from "@/lib/domain/case/case-disclosure";

/** What became of a rule in a contact or a part of it. */
export type Judged = Omit<CaseDisclosure, "rule" | "version" | "title" | "interaction">;

/** Why a rule cannot be evaluated. */
export type NotEvaluable = {
  readonly is: "not_evaluable";
  readonly because: string;
  readonly unread: UnreadReason;
};

/** A finding's members where nothing was found. */
export const noFinding = {
  quote: null,
  notice: null,
  trigger: null,
  missingElements: [],
  dueUs: null,
  dueMessage: null,
  searched: null,
  nearMiss: null,
  unread: null,
} as const satisfies Partial<Judged>;
