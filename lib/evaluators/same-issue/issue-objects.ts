import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { remember } from "../remember";

/** What a request is about by its number: "EHGLP3", "#W2378156", "HAT045", "4545791457"; no user names, dates or invoices. */
const object =
  /(?<![\w-])#?(?:(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,12}|\d{6,})(?![\w-])|#\d{3,}(?!\w)/g;

/** The numbers of orders, reservations, flights and items that texts name. */
export const findObjects = remember(
  (texts: readonly string[]): ReadonlySet<string> =>
    new Set(
      texts.flatMap((text) =>
        [...text.replaceAll(maskedPattern, " ").matchAll(object)].map(([found]) =>
          found.replace("#", ""),
        ),
      ),
    ),
);

/** A text without such numbers. */
export function withoutObjects(text: string): string {
  return text.replaceAll(object, " ");
}
