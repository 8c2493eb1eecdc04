/** Members that hold what is said in a structured reply. */
const replyMembers: ReadonlySet<string> = new Set([
  "reply",
  "response",
  "answer",
  "message",
  "text",
  "content",
  "output",
  "final_answer",
  "finalAnswer",
]);

const fence = /^```(?:json)?\s*\n([\s\S]*?)\n?\s*```$/i;

/** Members with a model's own notes, which nobody was told. */
const noteMember =
  /reason|thought|thinking|rationale|analysis|explanation|justification|internal|plan$/i;

/** Names, without case and separators, of members that hold a further sentence to the customer. */
const furtherMember =
  /^(?:followup(?:message|question|text)?|greeting|salutation|apology|closing(?:message|remark)?|signoff|promise|commitment|nextsteps?|calltoaction|clarif(?:ication|yingquestion))$/;
/** Words by which the customer is spoken to; a note about them ("call the customer back") has none. */
const address =
  /(?<![\p{L}'’])(?:you|your|yours|Sie|Ihnen|Ihre?[nmrs]?|dich|dir|vous|votre|vos|usted|ustedes|voc[eê]|lei|vi|u|uw)(?![\p{L}])/iu;
/** Words by which an agent says what it does itself, as in "I will call tomorrow". */
const ownWord =
  /(?<![\p{L}'’])(?:I|we|let me|ich|wir|je|nous|yo|nosotros|ik|wij|noi|nós)(?!\p{L})|(?<![\p{L}'’])j['’]/iu;

/**
 * The text of a structured reply: an object in which one text is said, beside flags, numbers, data
 * and the model's own notes: `{"reply": "Your refund is on its way.", "confidence": 0.9}`. Further sentences that their
 * names and words show to be said to the customer are lines of it, in the object's order.
 * @returns null if `text` is no such object, or which of its texts is said is not clear
 */
export function spokenText(text: string): string | null {
  const reply = objectIn(text);
  if (reply === null) return null;
  const entries = Object.entries(reply).filter(([key]) => !noteMember.test(key));
  const prose = entries.filter(([, value]) => isProse(value));
  const [only, ...others] = entries.filter(
    ([key, value]) => replyMembers.has(key) && isText(value),
  );
  if (only === undefined) {
    const isFlat = entries.every(([, value]) => isPlain(value));
    return isFlat ? onlyText(prose) : null;
  }
  if (others.length > 0) return null;
  if (prose.some((entry) => entry !== only && !isSaidToo(entry))) return null;
  const said = entries.flatMap((entry) => (entry === only ? [entry] : saidIn(entry)));
  return said.map(([, value]) => String(value)).join("\n");
}

type Entry = readonly [key: string, value: unknown];

/** The member if it is clearly spoken, or such members of the object that it holds. */
function saidIn(entry: Entry): readonly Entry[] {
  const [key, value] = entry;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return isProse(value) && isSaidToo(entry) ? [[key, value]] : [];
  }
  return Object.entries(value).filter((inner) => isProse(inner[1]) && isSaidToo(inner));
}

/**
 * True for a member beside the reply that is clearly spoken. A question in the first person is not: it may be one that
 * the customer is offered to ask.
 */
function isSaidToo([key, value]: Entry): boolean {
  if (typeof value !== "string") return false;
  if (!furtherMember.test(key.replaceAll(/[^a-z]/gi, "").toLowerCase())) return false;
  return address.test(value) || (ownWord.test(value) && !value.includes("?"));
}

/** The only prose in an object without a member that is known to hold a reply. */
function onlyText(prose: readonly Entry[]): string | null {
  const [only, ...others] = prose;
  if (only === undefined || others.length > 0) return null;
  return typeof only[1] === "string" ? only[1] : null;
}

/** True if the text is a JSON object or list. */
export function isJson(text: string): boolean {
  return parseJson(text) !== null;
}

/** The JSON object that a text is, also between fences. */
export function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  const trimmed = text.trim();
  const value = parseJson(fence.exec(trimmed)?.[1] ?? trimmed);
  return value === null || Array.isArray(value) ? null : { ...value };
}

/** Parses an object or a list, also one that is encoded twice. */
function parseJson(text: string): object | null {
  if (!/^\s*"?\s*[[{]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "string") return value === text ? null : parseJson(value);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

/** A scalar, or a list of scalars such as sources or suggestions. */
function isPlain(value: unknown): boolean {
  return isScalar(value) || (Array.isArray(value) && value.every(isScalar));
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

/** Words of three or more, alone or in a list: a shorter value may be a code or a name. */
function isProse(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === "string" && isProse(item));
  return typeof value === "string" && /\S\s+\S+\s+\S/.test(value.trim());
}
