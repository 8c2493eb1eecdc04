import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { isLetter } from "./is-letter";

/** The type of number that context words announce, and its number of digits. */
export type NumberContext = {
  readonly type: PiiType;
  readonly digitsMin: number;
  readonly digitsMax: number;
};

const phone: NumberContext = { type: "PHONE", digitsMin: 7, digitsMax: 15 };
const ssn: NumberContext = { type: "SSN", digitsMin: 4, digitsMax: 9 };
const card: NumberContext = { type: "CARD", digitsMin: 12, digitsMax: 19 };
const account: NumberContext = { type: "ACCOUNT", digitsMin: 6, digitsMax: 24 };
const code: NumberContext = { type: "KEY", digitsMin: 3, digitsMax: 8 };
const oneTimeCode: NumberContext = { type: "TOKEN", digitsMin: 4, digitsMax: 8 };

/** The context implied by a sensitive key. */
export const numberContexts = { PHONE: phone, SSN: ssn, CARD: card, ACCOUNT: account } as const;

/** Words after which a number is personal. Order, item, reservation, ticket, case are references and not listed. */
const contextWords = table([
  [
    phone,
    "phone phones phonenumber mobile mob cell cellphone telephone tel ph fax whatsapp msisdn",
  ],
  [phone, "landline callback call dial text reach ring sms caller callerid"],
  [ssn, "ssn ssns itin"],
  [account, "account accounts acct accountnumber routing routingnumber aba policy policynumber"],
  [account, "passport licence license dl mrn nhs iban bban tin ein vat nino medicare"],
  [account, "drivinglicence driverslicense medicaid"],
  [card, "card cards cardnumber pan amex visa mastercard"],
  [code, "cvv cvv2 cvc pin"],
  [oneTimeCode, "otp passcode"],
]);

/** Pairs of words with a meaning that neither has alone. */
const contextPairs = table([
  [phone, "contact_number my_number your_number his_number her_number their_number our_number"],
  [phone, "best_number callback_number reached_at contacted_at"],
  [ssn, "social_security my_social your_social social_number"],
  [
    account,
    "member_number member_id membership_number membership_id customer_number insurance_number",
  ],
  [account, "insurance_id loyalty_number flyer_number tax_id national_id subscriber_id patient_id"],
  [account, "identification_number patient_number subscriber_number"],
  [card, "full_number"],
  [code, "security_code"],
  [oneTimeCode, "verification_code access_code login_code time_code one-time_code"],
]);

/** Words that may come between such a word and its number. */
const connectors = new Set(
  (
    "is are was be at on to the my your his her our their a an it its it's that's here me us back s as " +
    "under with number numbers no num nbr nr id code digits registered file new old current primary " +
    "secondary home work personal following please last four yes would up listed ending full and valid"
  ).split(" "),
);

const lastOfPairs = new Set([...contextPairs.keys()].map((pair) => pair.split("_").at(-1) ?? ""));

const abbreviations = new Set(["no", "num", "nbr", "nr", "tel", "ph", "acct", "mob"]);
const reach = 80;

/**
 * Reads the context of a number from the words before it (else right after): "my phone number is …", "acct #…",
 * "… is my cell". Another number, the end of a sentence, or any word that is no connector ends the search.
 * @param start start of the number
 * @param end end of the number
 */
export function readContext(text: string, start: number, end: number): NumberContext | null {
  return contextBefore(text, start) ?? contextAfter(text, end);
}

function contextBefore(text: string, start: number): NumberContext | null {
  if (start < 2 || !mayLink(lastWord(text, start))) return null;
  const before = text.slice(Math.max(0, start - reach), start).toLowerCase();
  const words = before.slice(lastDigit(before) + 1).match(/[\p{L}'’]+|[.!;]/gu) ?? [];
  for (let index = words.length - 1; index >= Math.max(0, words.length - 9); index -= 1) {
    const word = words[index] ?? "";
    const previous = words[index - 1] ?? "";
    const context = contextPairs.get(`${previous}_${word}`) ?? contextWords.get(word);
    if (context !== undefined) return isCode(context, words.slice(index + 1)) ? null : context;
    const isLink = word === "." ? abbreviations.has(previous) : connectors.has(word);
    if (!isLink) return null;
  }
  return null;
}

/** The word before a number in lower case; "" if there is none close by. */
function lastWord(text: string, start: number): string {
  let end = start;
  while (end > 0 && start - end < 8 && !isInWord(text.charCodeAt(end - 1))) end -= 1;
  let from = end;
  while (from > 0 && end - from < 20 && isInWord(text.charCodeAt(from - 1))) from -= 1;
  return text.slice(from, end).toLowerCase();
}

function isInWord(code: number): boolean {
  return code === 39 || isLetter(code);
}

/** Pre-check: most numbers follow a word that is neither a context word nor a connector. */
function mayLink(word: string): boolean {
  return (
    connectors.has(word) ||
    contextWords.has(word) ||
    abbreviations.has(word) ||
    lastOfPairs.has(word)
  );
}

/** "pin code 560001" is a postal code, "call id 1234567" a reference. */
function isCode(context: NumberContext, after: readonly string[]): boolean {
  if (context === phone) return after.includes("id");
  return context === code && after.includes("code");
}

const after =
  /["')\s]{0,3}(?:is|was)\s+(?:my|the|our|his|her|their)\s+(?:\p{L}+\s+)?(\p{L}+)(?:\s+(\p{L}+))?/iuy;

function contextAfter(text: string, end: number): NumberContext | null {
  after.lastIndex = end;
  const match = after.exec(text);
  if (match === null) return null;
  const [, first = "", second = ""] = match.map((word) =>
    (word as string | undefined)?.toLowerCase(),
  );
  return (
    contextWords.get(first) ??
    contextPairs.get(`${first}_${second}`) ??
    contextWords.get(second) ??
    null
  );
}

function lastDigit(text: string): number {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const char = text.charCodeAt(index);
    if (char >= 48 && char <= 57) return index;
  }
  return -1;
}

function table(rows: readonly (readonly [NumberContext, string])[]): Map<string, NumberContext> {
  return new Map(
    rows.flatMap(([context, words]) => words.split(" ").map((word) => [word, context] as const)),
  );
}
