/** Formats money: "€7.25". @param currency ISO 4217 */
export function formatMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(amount);
}

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
/** Model calls cost fractions of a cent. */
const cents = new Intl.NumberFormat("en-US", {
  ...{ style: "currency", currency: "USD" },
  maximumSignificantDigits: 2,
});

/** Formats US dollars, small amounts with two digits that count: "$1.20", "$0.0042". */
export function formatDollars(amount: number): string {
  return amount > 0 && amount < 0.1 ? cents.format(amount) : dollars.format(amount);
}
