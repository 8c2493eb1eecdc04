/** What a link to choose a password is for. */
export type LinkOffer =
  | { readonly kind: "first-admin" }
  | { readonly kind: "account"; readonly name: string; readonly email: string };

/** How far somebody with a link has come. Each step is the answer to a form, with a script or without. */
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

/** The code in what somebody pasted: a whole link, or the code alone. */
export function codeOf(pasted: string): string {
  return pasted.trim().replace(/^.*code=/u, "");
}
