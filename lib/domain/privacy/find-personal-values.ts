import type { PersonalValue } from "./personal-values";
import { piiTypes, type PiiType } from "./pseudonym";

/** Words inside redaction brackets, without digits, spaces as underscores, with the type they hide. */
const redactedNames: ReadonlyMap<string, PiiType | null> = new Map(
  (
    [
      ["CARD", "CREDIT_CARD CREDIT_CARD_NUMBER CREDIT_DEBIT_NUMBER CARD CARD_NUMBER PAN"],
      ["SSN", "SSN US_SSN SOCIAL_SECURITY_NUMBER US_SOCIAL_SECURITY_NUMBER US_ITIN"],
      ["IBAN", "IBAN IBAN_CODE"],
      ["EMAIL", "EMAIL EMAIL_ADDRESS"],
      ["PHONE", "PHONE PHONE_NUMBER"],
      ["IP", "IP IP_ADDRESS"],
      ["KEY", "PASSWORD SECRET API_KEY PIN CVV CVC CREDIT_DEBIT_CVV CARD_CVV"],
      ["TOKEN", "ACCESS_TOKEN AUTH_TOKEN"],
      ["ACCOUNT", "ACCOUNT_NUMBER BANK_ACCOUNT BANK_ACCOUNT_NUMBER US_BANK_NUMBER"],
      ["PERSON", "PERSON PERSON_NAME NAME FIRST_NAME LAST_NAME FULL_NAME"],
      ["ADDRESS", "ADDRESS STREET_ADDRESS LOCATION"],
      ["BIRTH_DATE", "BIRTH_DATE DATE_OF_BIRTH DOB"],
      ["SPECIAL", "SPECIAL NRP MEDICAL_CONDITION HEALTH_CONDITION MEDICAL_DISEASE"],
      [null, "PII PHI DATE_TIME PASSPORT US_PASSPORT DRIVER_LICENSE US_DRIVER_LICENSE DRIVER_ID"],
      [null, "UK_NHS UK_NINO US_MBI"],
    ] as const
  ).flatMap(([type, names]) => names.split(" ").map((name) => [name, type] as const)),
);

/** `<PERSON>`, `<EMAIL_1>`, a pseudonym of ours, `[REDACTED]`. */
const bracketed =
  /<(?<angle>[A-Za-z][A-Za-z_ -]{1,39}?)(?:(?<pseudonym>:[0-9a-f]{16})|[_ -]?\d{1,3})?>|\[(?<square>[A-Za-z][A-Za-z_ -]{1,39}?)(?:[_ :-]?\d{1,3})?\]/g;
const bracketBeginning = /[<[][A-Za-z]/;

/** A bare word, and the rest of a number or address under asterisks. */
const bare =
  /(?<!\w|[<[][A-Za-z_ -]{0,30})_*REDACTED_*(?!\w)|(?<ssn>(?<![\w*])(?:\*{3}|[xX]{3})-(?:\*\*|[xX]{2})-\d{4}(?![\w*]))|(?<card>(?<![\w*])(?:(?:\*{4}|[xX]{4}|•{4})[ -]?){2,4}\d{4}(?![\w*]))|(?<tail>(?<![\w*])(?:\*{3,}|•{2,64}|[xX]{4,})[ -]?\d{2,6}(?![\w*]))|(?<email>(?<=\w)\*{3,}[\w.+-]*@[\w-]+\.\w)|(?<whole>(?<=[:=]\s?"?)\*{4,}(?![\w*]))/g;
/** Pre-check, much cheaper than the pattern. */
const bareBeginnings = ["***", "REDACTED", "XXX", "xxx", "••"];

const none: readonly PersonalValue[] = [];

/**
 * The personal values of which a stored text holds a pseudonym of ours or another redactor's placeholder: `<PERSON>`,
 * `<EMAIL_1>`, `[REDACTED]`, `[PII]`, `****1234`, `***-**-1234`.
 */
export function findPersonalValues(text: string): readonly PersonalValue[] {
  const isBracketed = bracketBeginning.test(text);
  const isBare = bareBeginnings.some((each) => text.includes(each));
  if (!isBracketed && !isBare) return none;
  const found: PersonalValue[] = [];
  for (const pattern of [...(isBracketed ? [bracketed] : []), ...(isBare ? [bare] : [])]) {
    for (const match of text.matchAll(pattern)) {
      const value = valueOf(match[0], match.groups ?? {}, text);
      if (value !== null) found.push(value);
    }
  }
  return found.length === 0 ? none : found;
}

type Groups = Readonly<Partial<Record<string, string>>>;

function valueOf(match: string, groups: Groups, text: string): PersonalValue | null {
  const { angle, square, pseudonym } = groups;
  if (pseudonym !== undefined) {
    const type = piiTypes.find((name) => name === angle);
    return type === undefined ? null : { isLeaked: true, type, match };
  }
  const name = angle ?? square;
  if (name === undefined) {
    const type = groups.ssn !== undefined ? "SSN" : groups.card !== undefined ? "CARD" : null;
    const isEmail = groups.email !== undefined;
    return { isLeaked: false, type: isEmail ? "EMAIL" : type, match };
  }
  // <NAME>…</NAME> in a prompt is a tag around a value and hides nothing.
  if (angle !== undefined && text.includes(`</${angle}`)) return null;
  const type = redactedType(name);
  return type === undefined ? null : { isLeaked: false, type, match };
}

const saysRedacted = /_?(?:REDACTED|MASKED|FILTERED)_?/;

/** @returns undefined if the words name nothing personal; in lower case they are ordinary words */
function redactedType(name: string): PiiType | null | undefined {
  const written = name.replaceAll(/[ -]/g, "_");
  const upper = written.toUpperCase();
  if (saysRedacted.test(upper)) return redactedNames.get(upper.replace(saysRedacted, "")) ?? null;
  return written === upper ? redactedNames.get(upper) : undefined;
}
