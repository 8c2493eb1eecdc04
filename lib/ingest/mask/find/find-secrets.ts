import { eachMatch } from "@/lib/learning/each-match";
import { keyHint } from "../key-hint";
import type { TextTraits } from "../scan-text";
import type { Candidate } from "../text-masker";

const quotedValue =
  /(?<open>\\?["'])(?:(?:bearer|basic|token|digest|apikey)\s+)?(?<value>(?:(?!\k<open>)[^\n])+)/iy;
const bareValue = /(?:(?:bearer|basic|token|digest|apikey)\s+)?(?<value>[^\s"'<>&,;{}()[\]\\]+)/iy;
const cookieValue = /(?<value>[\w.-]+=[^\s;"'<>\\]+(?:; ?[\w.-]+=[^\s;"'<>\\]+)*)/y;
const spoken =
  /\b(?:password|passcode|passphrase|pwd|api key|secret key)\s+(?:is|was)\s+["']?(?<value>[^\s"'<>]{4,})/gi;
const sensitiveWord =
  /pass|pwd|secret|key|token|auth|cookie|cred|bearer|jwt|sess|sig|csrf|xsrf|cvv|cvc|pin|otp|code/i;

const mayBeSpoken =
  /pass ?wor[dt]|passcode|pass ?phrase|pwd|api key|secret key|kennwort|mot de passe|contraseña|senha|palavra-passe|wachtwoord/i;

/** Values in such a place that are no secret. */
const placeholders = new Set(
  (
    "true false null none undefined nil yes no required optional invalid incorrect missing string str " +
    "must should need please is are was the a an your my enter reset changed expired wrong not and or " +
    "number integer object bearer basic oauth2 env hidden redacted n/a - empty unset"
  ).split(" "),
);

/** Finds the values of names that denote secrets: assignments, headers, query parameters, "my password is …". */
export function findSecrets(text: string, traits: TextTraits): Candidate[] {
  const found = traits.assigns ? findAssigned(text) : [];
  if (!mayBeSpoken.test(text)) return found;
  addOwn(text, found);
  eachMatch(before, text, ({ index, groups }) => {
    const value = groups?.value ?? "";
    const mayBeOne = /\p{L}/u.test(value) && /[\p{N}!#$%&*@^~+]/u.test(value);
    if (mayBeOne) found.push({ type: "KEY", start: index, end: index + value.length, value });
  });
  eachMatch(spoken, text, (match) => {
    const written = match.groups?.value ?? "";
    const value = written.replace(/(?<![.,!?;:])[.,!?;:]+$/, "");
    const start = match.index + match[0].length - written.length;
    if (/[^A-Za-z'-]/.test(value)) {
      found.push({ type: "KEY", start, end: start + value.length, value });
    }
  });
  return found;
}

const own =
  /\b(?:my|the|our|his|her|their|new|temporary|current|old)\s+(?:\p{L}+\s+){0,2}(?:password|passcode|passphrase|pass ?word|pwd)\s*(?:is now|is set to|is|was|:)\s+["'“]?(?<value>[^\s"'“”<>,.!?;]{3,}(?:[ ](?!(?:and|but|can|so|please|i|it|is|which|for|on|to|if|that|because|when|thanks|thank|could|would|you)\b)[^\s"'“”<>,.!?;]+){0,3})/giu;
/** "Tulip88! is my password", "… as the password" */
const before =
  /(?<![^\s"'“(:])(?<value>[^\s"'“”<>,;]{4,40})["'”]?,? (?:is|was|as|for|ist|als|est|comme|es|como|è|come|é) (?:my|the|our|his|her|mein|das|mon|le|mi|la|mia|a|minha|mijn|het)(?: \p{L}{2,12})? (?:password|passcode|pass ?phrase|pwd|passwort|kennwort|mot de passe|contraseña|senha|palavra-passe|wachtwoord)(?!\p{L})/giu;
/** Statements about a password that do not contain it. */
export const states =
  /^(?:in|un|not|no|now|still|too|being|been|also|always|only|just|very|never|already|really|required|optional|invalid|wrong|weak|strong|expired|expiring|reset|changed|the|a|an|my|your|at|about|what|something|correct|case|sent|set|missing|needed|necessary|blocked|locked|safe|secure|stored|encrypted|empty|old|different|same|working|used|broken|compromised|stolen|forgotten|lost|for|on|to|by|to be|that|saved|shown|hidden|accepted|rejected|long|short)(?:\b|correct|valid|safe|secure|available|able|known)/i;

/** "my password is rose bud": several words too, unless they are a statement about it. */
function addOwn(text: string, found: Candidate[]): void {
  eachMatch(own, text, (match) => {
    const value = match.groups?.value ?? "";
    const start = match.index + match[0].length - value.length;
    if (states.test(value) || !/[\p{L}\p{N}]/u.test(value)) return;
    found.push({ type: "KEY", start, end: start + value.length, value });
  });
}

const sign = /[:=]>?[ \t]{0,3}/g;

/** A name and its assignment sign: `api_key=`, `"password": `, `Cookie: `, `&sig=`, `secret => `. */
function findAssigned(text: string): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(sign, text, (match, skipTo) => {
    const name = nameBefore(text, match.index);
    const type = sensitiveWord.test(name) ? keyHint(name) : null;
    if (type !== "KEY" && type !== "TOKEN") return;
    const patterns = /cookies?$/i.test(name) ? [cookieValue] : [quotedValue, bareValue];
    const value = valueAt(text, match.index + match[0].length, patterns);
    if (value === null || !isSecret(value.value, type)) return;
    found.push({ type, ...value });
    skipTo(value.end);
  });
  return found;
}

const nameMax = 200;

/** The name before a sign, skipping quotes and spaces; "" if none. */
function nameBefore(text: string, sign: number): string {
  let end = sign;
  while (end > 0 && sign - end < 6 && isBetween(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && end - start < nameMax && isInName(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** Space, tab, quotes, closing bracket, backslash. */
function isBetween(code: number): boolean {
  return code === 32 || code === 9 || code === 34 || code === 39 || code === 93 || code === 92;
}

/** Letters, digits, and the signs in names: `-`, `.`, `_`. */
function isInName(code: number): boolean {
  if (code < 58) return code > 47 || code === 45 || code === 46;
  return (code > 64 && code < 91) || code === 95 || (code > 96 && code < 123);
}

/** Words, switches and small counts (`token: 512`) are not secrets. */
export function isSecret(value: string, type: "KEY" | "TOKEN"): boolean {
  const word = value.toLowerCase().replace(/(?<![.!?])[.!?]+$/, "");
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
