import { keyHint } from "./key-hint";
import type { Candidate } from "./text-masker";

/** A name and the sign that gives it a value: `api_key=`, `"password": `, `Cookie: `, `&sig=`. */
const assignment =
  /(?<![\w.-])(?<name>[A-Za-z][\w.-]{0,200})(?:\\?["'\]]){0,3}[ \t]{0,3}(?::|=>?)[ \t]{0,3}/g;
const quotedValue =
  /(?<open>\\?["'])(?:(?:bearer|basic|token|digest|apikey)\s+)?(?<value>(?:(?!\k<open>)[^\n])+)/iy;
const bareValue = /(?:(?:bearer|basic|token|digest|apikey)\s+)?(?<value>[^\s"'<>&,;{}()[\]\\]+)/iy;
const cookieValue = /(?<value>[\w.-]+=[^\r\n"'<>\\]+)/y;
const spoken =
  /\b(?:password|passcode|passphrase|pwd|api key|secret key)\s+(?:is|was)\s+["']?(?<value>[^\s"'<>]{4,})/gi;
const sensitiveWord =
  /pass|pwd|secret|key|token|auth|cookie|cred|bearer|jwt|sess|sig|csrf|xsrf|cvv|cvc|pin|otp|code/i;

/** What stands in such a place without being a secret. */
const placeholders = new Set(
  (
    "true false null none undefined nil yes no required optional invalid incorrect missing string str " +
    "must should need please is are was the a an your my enter reset changed expired wrong not and or " +
    "number integer object bearer basic oauth2 env hidden redacted n/a - empty unset"
  ).split(" "),
);

/** Says whether a text could hold a secret that its name gives away. */
export function mayHoldSecrets(text: string): boolean {
  return sensitiveWord.test(text);
}

/** Finds the values of names that call them secret: assignments, headers, query parameters, "my password is …". */
export function findSecrets(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(assignment)) {
    const name = match.groups?.name ?? "";
    const type = keyHint(name);
    if (type !== "KEY" && type !== "TOKEN") continue;
    const from = match.index + match[0].length;
    const isCookie = /cookies?$/i.test(name);
    const value = valueAt(text, from, isCookie ? [cookieValue] : [quotedValue, bareValue]);
    if (value !== null && isSecret(value.value, type)) found.push({ type, ...value });
  }
  for (const match of text.matchAll(spoken)) {
    const value = (match.groups?.value ?? "").replace(/[.,!?;:]+$/, "");
    const start = match.index + match[0].length - (match.groups?.value ?? "").length;
    if (/[^A-Za-z'-]/.test(value))
      found.push({ type: "KEY", start, end: start + value.length, value });
  }
  return found;
}

/** Words, switches and small counts (`token: 512`) are no secrets. */
export function isSecret(value: string, type: "KEY" | "TOKEN"): boolean {
  const word = value.toLowerCase().replace(/[.!?]+$/, "");
  if (value.length < 3 || placeholders.has(word)) return false;
  return /[\p{L}\p{N}]/u.test(value) && !(type === "TOKEN" && /^\d{1,5}$/.test(value));
}

function valueAt(
  text: string,
  from: number,
  patterns: readonly RegExp[],
): { start: number; end: number; value: string } | null {
  for (const pattern of patterns) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    const value = match?.groups?.value;
    if (match !== null && value !== undefined) {
      const end = match.index + match[0].length;
      return { start: end - value.length, end, value };
    }
  }
  return null;
}
