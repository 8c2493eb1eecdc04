import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

/** The server actions for annotations. */
export type AnnotationActions = {
  /** @param input an `AnnotationDraft` */
  readonly add: (input: unknown) => Promise<MutationOutcome>;
  /** @param input the annotation's key */
  readonly remove: (input: unknown) => Promise<MutationOutcome>;
};
