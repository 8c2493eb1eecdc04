import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

/** What the server does with annotations. */
export type AnnotationActions = {
  /** @param input an `AnnotationDraft` */
  readonly add: (input: unknown) => Promise<MutationOutcome>;
  /** @param input the annotation's key */
  readonly remove: (input: unknown) => Promise<MutationOutcome>;
};
