/** Letters' values (49 CFR 565.15, table IV); I, O and Q are not used. */
const values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * Whether the ninth character of a vehicle's number is its check digit, as in North America and China.
 * @param vin 17 capitals and digits (ISO 3779)
 */
export function hasVehicleDigit(vin: string): boolean {
  const sum = weights.reduce(
    (total, weight, at) => total + weight * (values.indexOf(vin.charAt(at)) % 10),
    0,
  );
  return "0123456789X".charAt(sum % 11) === vin.charAt(8);
}
