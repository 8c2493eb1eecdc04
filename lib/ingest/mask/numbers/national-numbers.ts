import { validate as isAadhaar } from "stdnum/lib/cjs/in/aadhaar.js";
import { validate as isCpf } from "stdnum/lib/cjs/br/cpf.js";
import { validate as isRic } from "stdnum/lib/cjs/cn/ric.js";
import { validate as isRodneCislo } from "stdnum/lib/cjs/cz/rc.js";
import { validate as isIsikukood } from "stdnum/lib/cjs/ee/ik.js";
import { validate as isDni } from "stdnum/lib/cjs/es/dni.js";
import { validate as isNie } from "stdnum/lib/cjs/es/nie.js";
import { validate as isHetu } from "stdnum/lib/cjs/fi/hetu.js";
import { validate as isNir } from "stdnum/lib/cjs/fr/nir.js";
import { validate as isKennitala } from "stdnum/lib/cjs/is/kennitala.js";
import { validate as isPersonasKods } from "stdnum/lib/cjs/lv/pvn.js";
import { validate as isFodselsnummer } from "stdnum/lib/cjs/no/fodselsnummer.js";
import { validate as isPesel } from "stdnum/lib/cjs/pl/pesel.js";
import { validate as isCnp } from "stdnum/lib/cjs/ro/cnp.js";
import { validate as isPersonnummer } from "stdnum/lib/cjs/se/personnummer.js";
import { validate as isSouthAfrican } from "stdnum/lib/cjs/za/idnr.js";

type Validate = (written: string) => { readonly isValid: boolean };

const plainly = (written: string): string => written.replace(/[ .-]/g, "").toUpperCase();
const asWritten = (written: string): string => written;

/** Whether a text is a valid number, of any of some kinds. @param form what of it the library reads */
function validBy(kinds: readonly Validate[], form = plainly): (written: string) => boolean {
  return (written) => kinds.some((validate) => validate(form(written)).isValid);
}

/** National numbers with a check digit or a day of birth in them, as `stdnum` knows them. */
export const national = {
  aadhaar: validBy([isAadhaar]),
  baltic: validBy([isIsikukood]),
  chinese: validBy([isRic]),
  cpf: validBy([isCpf]),
  czech: validBy([isRodneCislo], asWritten),
  hetu: validBy([isHetu], asWritten),
  icelandic: validBy([isKennitala]),
  latvian: validBy([isPersonasKods]),
  nir: validBy([isNir]),
  norwegian: validBy([isFodselsnummer]),
  pesel: validBy([isPesel]),
  romanian: validBy([isCnp]),
  southAfrican: validBy([isSouthAfrican]),
  spanish: validBy([isDni, isNie]),
  swedish: validBy([isPersonnummer], asWritten),
} as const;

/** Singapore's NRIC and FIN, which the library does not know: weighted digits name the last letter. */
export function isNric(value: string): boolean {
  const head = value.charAt(0);
  const weights = [2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce(
    (total, weight, at) => total + weight * Number(value.charAt(at + 1)),
    head === "T" || head === "G" ? 4 : 0,
  );
  const letters = head === "S" || head === "T" ? "JZIHGFEDCBA" : "XWUTRQPNMLK";
  return letters.charAt(sum % 11) === value.slice(-1);
}

/** The NHS number of England and Wales, which the library does not know: the NHS Data Dictionary's check by 11. */
export function isNhsNumber(written: string): boolean {
  const digits = Array.from(written.replaceAll(" ", ""), Number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + (10 - at) * digit, 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/** Whether two pairs of digits are a month and a day. */
export function isMonthAndDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}
