import type { Token } from "./read-tokens";

/** A number of a text with what makes it comparable to another: "year", "long", or its unit. */
export type FormedNumber = { readonly key: string; readonly form: string };

const year = /^(?:1\d|20)\d\d$/;
const digitsOfLong = 5;

/**
 * The numbers of a text that another may contradict: years, long numbers, and those with a unit ("30 days", "15%"). A
 * number that only stands beside other words may be of anything.
 * @param tokens of the text, in order
 */
export function readForms(text: string, tokens: readonly Token[]): readonly FormedNumber[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "number") return [];
    const form = formOf(text, token, tokens[at + 1]);
    return form === null ? [] : [{ key: token.key, form }];
  });
}

function formOf(text: string, { key, end }: Token, next: Token | undefined): string | null {
  if (year.test(key)) return "year";
  if (key.replace(/\D/g, "").length >= digitsOfLong) return "long";
  if (text.charAt(end) === "%") return "%";
  const isUnit = next?.kind === "word" && !next.isSmall && text.slice(end, next.start) === " ";
  return isUnit ? next.key : null;
}
