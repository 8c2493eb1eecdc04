import { getCountrySpecifications, isValidIBAN } from "ibantools";

const countries = new Map(Object.entries(getCountrySpecifications()));

/**
 * Reads an IBAN at `start`: the number of letters and digits of its country, with single spaces or hyphens, that
 * `ibantools` finds valid (ISO 13616: check digits, and the form of the country's account numbers).
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
  return isValidIBAN(value) ? { end: index, value } : null;
}
