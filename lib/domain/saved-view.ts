/** A page with its filters, under a name that a person gave it. */
export type SavedView = {
  readonly id: number;
  readonly name: string;
  /** The page: "/cases". */
  readonly path: string;
  /** Its query string without "?", defaults left out; "" is the page as it comes. */
  readonly search: string;
};

export const savedViewNameMax = 80;
export const savedViewSearchMax = 2000;
