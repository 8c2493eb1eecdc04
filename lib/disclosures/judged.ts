import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";

/** What became of a rule in a contact or a part of it. */
export type Judged = Omit<CaseDisclosure, "rule" | "version" | "title" | "interaction">;

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
} as const satisfies Partial<Judged>;
