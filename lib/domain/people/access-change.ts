/** How a change to accounts, sessions or tokens ended, as the browser is told. */
export type AccessOutcome =
  | {
      readonly isDone: true;
      /** A link or a token's secret, which is shown this once; null where there is none. */
      readonly shown: string | null;
    }
  | { readonly isDone: false; readonly sentence: string };
