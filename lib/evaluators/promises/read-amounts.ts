import { ownEntry } from "@/lib/domain/own-entry";
import { money } from "./phrases";
import { matchesIn } from "@/lib/learning/each-match";

const moneyPattern = new RegExp(money, "gi");

const numbers: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};

/** The amounts of money in a text as numbers, with their words. */
export function readAmounts(
  text: string,
): readonly { readonly value: number; readonly words: string }[] {
  return matchesIn(moneyPattern, text).flatMap(([words]) => {
    const digits = /\d[\d.,]*/.exec(words)?.[0];
    const value = digits === undefined ? spoken(words) : written(digits);
    return value === null ? [] : [{ value, words: words.replace(/(?<![.,])[.,]+$/, "") }];
  });
}

/** "1,250.00", "1.250,00" and "40": two digits after the last separator are cents. */
function written(digits: string): number | null {
  const trimmed = digits.replace(/(?<![.,])[.,]+$/, "");
  const cents = /[.,](\d{1,2})$/.exec(trimmed)?.[1] ?? "";
  const whole = trimmed.slice(0, trimmed.length - (cents === "" ? 0 : cents.length + 1));
  const value = Number(`${whole.replace(/[.,]/g, "")}.${cents === "" ? "0" : cents}`);
  return Number.isFinite(value) ? value : null;
}

function spoken(words: string): number | null {
  const known = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => ownEntry(numbers, word) ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
