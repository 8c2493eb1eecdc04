export type ContactStyle = {
  readonly words: number;
  /** In the order of `personaAttributes` and in the contract's units; null if there are too few words. */
  readonly values: readonly (number | null)[];
};

/** Access to case notes in a contact; `unseen`: none in the whole case. */
export const noteActs = ["unseen", "none", "read", "written", "both"] as const;
export type NoteActs = (typeof noteActs)[number];
