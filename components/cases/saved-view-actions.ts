import type { MutationOutcome } from "@/lib/domain/workspace-change";

/** What the server does with saved views. */
export type SavedViewActions = {
  /** @param input a name, and the query string of the page */
  readonly save: (input: unknown) => Promise<MutationOutcome>;
  /** @param input the view's key */
  readonly remove: (input: unknown) => Promise<MutationOutcome>;
};
