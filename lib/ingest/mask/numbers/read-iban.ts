import { getCountrySpecifications } from "ibantools";

const countries = new Map(Object.entries(getCountrySpecifications()));

/**
 * Reads an IBAN at `start`: the number of letters and digits of its country (`ibantools`), with single spaces or
 * hyphens, and valid check digits (ISO 13616, ISO 7064 mod 97-10). A country's own check digits are not asked for: a
 * number that is mistyped there is still somebody's.
 * @returns its end and its form without spaces in upper case, or null
 */
export function readIban(text: string, start: number): { end: number; value: string } | null {
  const length = countries.get(text.slice(start, start + 2).toUpperCase())?.chars ?? 0;
  let value = "";
  let index = start;
  while (value.length < length && index < text.length) {
    const char = text.charAt(index);
    if (/[0-9A-Za-z]/.test(char)) value += char.toUpperCase();
    else if (!/[ \u00A0-]/.test(char) || !/[0-9A-Za-z]/.test(text.charAt(index - 1))) return null;
    index += 1;
  }
  if (length === 0 || value.length < length || /[0-9A-Za-z]/.test(text.charAt(index))) return null;
  return hasIbanCheck(value) ? { end: index, value } : null;
}

/** ISO 13616: first four characters to the end, letters as 10 to 35, remainder modulo 97 is 1. */
function hasIbanCheck(value: string): boolean {
  let remainder = 0;
  for (const char of value.slice(4) + value.slice(0, 4)) {
    const number = Number.parseInt(char, 36);
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97;
  }
  return remainder === 1;
}
