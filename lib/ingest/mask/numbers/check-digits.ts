/** Verhoeff's tables (J. Verhoeff, 1969), as UIDAI uses them for Aadhaar numbers. */
const dihedral = [
  "0123456789",
  "1234067895",
  "2340178956",
  "3401289567",
  "4012395678",
  "5987604321",
  "6598710432",
  "7659821043",
  "8765932104",
  "9876543210",
];
const permutations = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
];

/**
 * Whether the last digit is the Verhoeff check digit of those before it.
 * @param digits digits only
 */
export function hasVerhoeffDigit(digits: string): boolean {
  let check = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const permuted = Number(permutations[index % 8]?.charAt(digit));
    check = Number(dihedral[check]?.charAt(permuted));
  }
  return check === 0;
}

/** Brazil's CPF (Receita Federal): eleven digits, the last two each 11 less the weighted sum's remainder. */
export function isCpf(digits: string): boolean {
  if (digits.length !== 11 || /^(\d)\1*$/.test(digits)) return false;
  return [9, 10].every((count) => {
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      sum += Number(digits.charAt(index)) * (count + 1 - index);
    }
    return ((sum * 10) % 11) % 10 === Number(digits.charAt(count));
  });
}

/** Spain's DNI and NIE (Real Decreto 1553/2005): the letter is the number's remainder by 23. */
export function isDni(value: string): boolean {
  const plain = value.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
  const digits = plain.slice(0, -1).replace(/^[XYZ]/, (head) => String("XYZ".indexOf(head)));
  return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Number(digits) % 23) === plain.slice(-1);
}

/** China's resident identity number (GB 11643-1999): a date of birth, and ISO 7064 MOD 11-2 at the end. */
export function isChineseId(value: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(value.charAt(at)), 0);
  const [year, month, day] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)];
  return (
    "10X98765432".charAt(sum % 11) === value.slice(-1).toUpperCase() &&
    /^(?:19|20)/.test(year) &&
    isMonthAndDay(month, day)
  );
}

/** France's NIR (INSEE): the last two digits are 97 less the number's remainder by 97; Corsica's letters are 19, 18. */
export function isNir(value: string): boolean {
  const plain = value.replace(/[^0-9AB]/gi, "").toUpperCase();
  const body = plain.slice(0, 13).replace("2A", "19").replace("2B", "18");
  return plain.length === 15 && 97 - (Number(body) % 97) === Number(plain.slice(13));
}

/** Finland's personal identity code: the number's remainder by 31 names the last character. */
export function isHetu(value: string): boolean {
  const number = Number(value.slice(0, 6) + value.slice(7, 10));
  return "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(number % 31) === value.slice(-1).toUpperCase();
}

/** Singapore's NRIC and FIN: weighted digits name the last letter. */
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

/** Whether two pairs of digits are a month and a day. */
export function isMonthAndDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}
