/** How setting a password ended; `field` is the one to correct, null where it is none of them. */
export type PasswordOutcome =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly field: string | null; readonly sentence: string };
