import cardValidator from "card-validator";

const { creditCardType, number } = cardValidator;
// The library takes any number that begins with 6 for a Maestro card, as numbers of parcels do.
creditCardType.updateCard("maestro", {
  patterns: [[5018, 5020], 5038, 5893, 6304, [6759, 6763]],
  lengths: [13, 14, 15, 16, 17, 18, 19],
});
// Of older cards: thirteen digits.
creditCardType.updateCard("visa", { lengths: [13, 16, 18, 19] });
creditCardType.addCard({
  niceType: "RuPay",
  type: "rupay",
  patterns: [60, 82, [508500, 508999]],
  gaps: [4, 8, 12],
  lengths: [16],
  code: { name: "CVV", size: 3 },
});

/**
 * Whether digits are a payment card number: 13 to 19 digits, an issuer's range (`card-validator`), Luhn check digit.
 * @param digits digits only
 */
export function isCardNumber(digits: string): boolean {
  // The check digit first: it is a hundred times as quick.
  if (digits.length < 13 || digits.length > 19 || !hasLuhnDigit(digits)) return false;
  return number(digits, { luhnValidateUnionPay: true }).isValid;
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
