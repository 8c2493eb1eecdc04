/** A choice of a few, each at an address of its own. */
export type TabChoice = {
  readonly words: string;
  readonly href: string;
  readonly isChosen: boolean;
};
