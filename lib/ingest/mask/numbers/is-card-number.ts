/** Issuer ranges: first digits from, to (of equal length), and allowed lengths. */
const issuers: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [4, 4, [13, 16, 19]], // Visa
  [51, 55, [16]], // Mastercard
  [2221, 2720, [16]],
  [34, 34, [15]], // American Express
  [37, 37, [15]],
  [6011, 6011, [16, 17, 18, 19]], // Discover
  [644, 649, [16, 17, 18, 19]],
  [65, 65, [16, 17, 18, 19]],
  [300, 305, [14, 16, 17, 18, 19]], // Diners Club
  [3095, 3095, [14, 16, 17, 18, 19]],
  [36, 36, [14, 16, 17, 18, 19]],
  [38, 39, [14, 16, 17, 18, 19]],
  [3528, 3589, [16, 17, 18, 19]], // JCB
  [62, 62, [16, 17, 18, 19]], // UnionPay
  [81, 81, [16]],
  [5018, 5020, [13, 14, 15, 16, 17, 18, 19]], // Maestro
  [5038, 5038, [13, 14, 15, 16, 17, 18, 19]],
  [5893, 5893, [13, 14, 15, 16, 17, 18, 19]],
  [6304, 6304, [13, 14, 15, 16, 17, 18, 19]],
  [6759, 6763, [13, 14, 15, 16, 17, 18, 19]],
  [2200, 2204, [16, 17, 18, 19]], // Mir
  [506099, 506198, [16, 19]], // Verve
  [508500, 508999, [16]], // RuPay
  [60, 60, [16]],
  [82, 82, [16]],
  [9792, 9792, [16]], // Troy
];

/**
 * Whether digits are a payment card number: 13 to 19 digits, an issuer's range, Luhn check digit.
 * Source: ISO/IEC 7812-1 (numbering and Annex B, the Luhn formula); the issuers' published ranges.
 * @param digits digits only
 */
export function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || !/^[234568]|^97/.test(digits)) return false;
  const isIssued = issuers.some(
    ([from, to, lengths]) => lengths.includes(digits.length) && isBetween(digits, from, to),
  );
  return isIssued && hasLuhnDigit(digits);
}

/** Luhn's formula: from the right, every second digit doubled, digits summed, a multiple of ten. */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isBetween(digits: string, from: number, to: number): boolean {
  const head = Number(digits.slice(0, String(from).length));
  return head >= from && head <= to;
}
