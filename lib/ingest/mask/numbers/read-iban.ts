/** Length of an IBAN by country (SWIFT IBAN Registry). */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 " +
    "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 " +
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 " +
    "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 " +
    "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/**
 * Reads an IBAN at `start`: the number of letters and digits of its country, with single spaces or
 * hyphens, and valid check digits (ISO 13616, ISO 7064 mod 97-10).
 * @returns its end and its form without spaces in upper case, or null
 */
export function readIban(text: string, start: number): { end: number; value: string } | null {
  const country = text.slice(start, start + 2).toUpperCase();
  const length = Object.hasOwn(lengths, country) ? (lengths[country] ?? 0) : 0;
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
