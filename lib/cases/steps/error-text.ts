import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { isRedaction } from "@/lib/domain/trace/is-redaction";
import { parseObject } from "../words/failure";

/** The longest text, in UTF-16 units: enough to tell errors apart, short enough for a filter. */
const longest = 60;
/** Of a longer report only this much is read, and of a longer line. */
const [reportMax, lineMax] = [2000, 300];

const reasonFields = ["message", "error", "detail", "reason", "error_message", "errorMessage"];

/**
 * An error's text without what differs from call to call, so that the same error is one text in every case: its first
 * line, ids and numbers as "#", masked values as their types, cut at 60 characters. Status codes stay: "HTTP 503".
 * @returns null if nothing is left
 */
export function errorText(raw: string): string | null {
  const line = firstLine(reasonIn(raw.slice(0, reportMax).trim(), 0));
  const text = shorten(withoutValues(cut(line, lineMax)));
  return text === "" || isRedaction(text) ? null : text;
}

/** The message of an error report in JSON, else the text. */
function reasonIn(text: string, depth: number): string {
  const fields = depth < 3 ? parseObject(text) : null;
  if (fields === null) return text;
  for (const name of reasonFields) {
    const value = fields.get(name);
    if (typeof value === "string" && value.trim() !== "") return reasonIn(value.trim(), depth + 1);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return reasonIn(JSON.stringify(value), depth + 1);
    }
  }
  return text;
}

/** The first line with words; of a Python traceback the last, which names the exception. */
function firstLine(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const isTraceback = lines[0]?.startsWith("Traceback (most recent call last)") === true;
  return (isTraceback ? lines.at(-1) : lines[0]) ?? "";
}

/** A word with a digit in it: a number, an id, a date, an address. */
const withDigits = /[\p{L}\p{N}_.:@+-]*\p{N}[\p{L}\p{N}_:@+-]*/gu;
const statusCode = /^[45]\d\d:?$/;
const beforeStatus = /(?:^\W{0,2}|\b(?:http(?:\/[\d.]+)?|status|code|error)\W{0,3})$/i;
const amount = /^[+-]?\p{N}[\p{N}.,:]*(\p{L}{0,3})$/u;
const leastIdDigits = 3;
/** "ORD-12": letters, a separator and nothing but digits. */
const shortId = /^\p{L}+[-_:]\p{N}+$/u;

function withoutValues(line: string): string {
  return line.replaceAll(maskedPattern, "<$1>").replaceAll(withDigits, (word, at: number) => {
    if (statusCode.test(word) && beforeStatus.test(line.slice(Math.max(0, at - 16), at))) {
      return word;
    }
    const unit = amount.exec(word)?.[1];
    if (unit !== undefined) return `#${unit}`;
    const digits = word.match(/\p{N}/gu)?.length ?? 0;
    return digits >= leastIdDigits || shortId.test(word) ? "#" : word;
  });
}

function shorten(text: string): string {
  const line = text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/[.:;,]+$/, "");
  if (line.length <= longest) return line;
  return `${cut(line, longest - 1).trimEnd()}…`;
}

/** The beginning of a text; no half of a character. */
function cut(text: string, charactersMax: number): string {
  return text.slice(0, charactersMax).replace(/\p{Surrogate}$/u, "");
}
