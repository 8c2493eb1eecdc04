const callingCodesOfTwo = new Set(
  (
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 " +
    "60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98"
  ).split(" "),
);

/**
 * Canonical form of a phone number: the national significant number, digits only, so that `+1 (415)
 * 555-0100`, `1-415-555-0100` and `4155550100`, or `+44 20 7946 0958` and `020 7946 0958`, are
 * equal. The calling code (ITU-T E.164) is dropped if a plus sign, 00, or more than ten digits show
 * one, then a leading zero. Equal national numbers of two countries compare as equal.
 * @param written the number as written, without extension
 */
export function normalisePhone(written: string): string {
  let digits = written.replace(/\D/g, "");
  let isInternational = /^[^\d]*\+/.test(written);
  if (!isInternational && digits.startsWith("00")) {
    isInternational = true;
    digits = digits.slice(2);
  }
  if (isInternational || (digits.length > 10 && !digits.startsWith("0"))) {
    digits = digits.slice(callingCodeLength(digits));
  }
  return digits.length > 7 ? digits.replace(/^0/, "") : digits;
}

function callingCodeLength(digits: string): number {
  if (digits.startsWith("1") || digits.startsWith("7")) return 1;
  return callingCodesOfTwo.has(digits.slice(0, 2)) ? 2 : 3;
}
