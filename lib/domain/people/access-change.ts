/** Result of a change to accounts, sessions or tokens, sent to the browser. */
export type AccessOutcome =
  | {
      readonly isDone: true;
      /** A link or a token's secret, shown only this once; or null. */
      readonly shown: string | null;
    }
  | { readonly isDone: false; readonly sentence: string };
