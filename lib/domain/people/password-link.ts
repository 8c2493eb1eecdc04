/** The purpose of a link to choose a password. */
export type LinkOffer =
  | { readonly kind: "first-admin" }
  | { readonly kind: "account"; readonly name: string; readonly email: string };

/** State of a link's form; returned by each submission, with or without JavaScript. */
export type LinkStep =
  | { readonly kind: "code" }
  | { readonly kind: "ended" }
  | {
      readonly kind: "choose";
      readonly code: string;
      readonly offer: LinkOffer;
      readonly problem: { readonly field: string | null; readonly sentence: string } | null;
    }
  | { readonly kind: "done"; readonly email: string };

/** The code in a pasted link, or the pasted code itself. */
export function codeOf(pasted: string): string {
  return pasted.trim().replace(/^.*code=/u, "");
}
