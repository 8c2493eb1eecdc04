/** A tab with its own address. */
export type TabChoice = {
  readonly words: string;
  readonly href: string;
  readonly isChosen: boolean;
};
