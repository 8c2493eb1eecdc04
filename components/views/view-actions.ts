import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

/** The server actions for saved views. */
export type ViewActions = {
  /** @param input the page, a name, the query string, and whether everybody sees it */
  readonly save: (input: unknown) => Promise<MutationOutcome>;
  /** @param input the view's key */
  readonly remove: (input: unknown) => Promise<MutationOutcome>;
  /** @param input the page, the role, and the view's key or null */
  readonly chooseDefault: (input: unknown) => Promise<MutationOutcome>;
};
