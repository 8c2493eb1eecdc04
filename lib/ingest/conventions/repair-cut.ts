import type { AttributeValue } from "@/lib/domain/trace/span";
import { parsed } from "./json";

/** What exporters put at the end of what they cut. */
const cutMark =
  /(?:\s*\.{3}|\s*…)?\s*[[(<]*(?:truncated|trimmed|cut off)[^[\](){}<>"\n]{0,40}[\])>]*\s*$|(?:\.{3}|…)$/i;
const markMax = 80;
const ofMessages = /"(?:role|messages|contents|parts)"\s*:/;

/**
 * Reads messages as JSON text that a length limit cut: up to its end if that is within a text, else up to the last
 * value that is whole.
 * @returns undefined for text that is no JSON of messages, or was not cut
 */
export function repairCut(text: string): AttributeValue | undefined {
  const begun = text.trim();
  const last = { "[": "]", "{": "}" }[begun.charAt(0)];
  if (last === undefined) return undefined;
  const tail = begun.slice(-markMax);
  const cut = begun.slice(0, begun.length - tail.length) + tail.replace(cutMark, "");
  if (cut.endsWith(last) || !ofMessages.test(cut)) return undefined;
  const closed = closeCut(cut);
  const value = closed === null ? null : parsed(closed);
  return typeof value === "object" && value !== null ? value : undefined;
}

/** Closes what is open at the end of JSON text; null if nothing is. */
function closeCut(text: string): string | null {
  const end = scan(text);
  if (end.open === "") return null;
  if (end.isInText) return `${withoutHalfEscape(text)}"${end.open}`;
  const whole = text.slice(0, end.wholeUntil);
  return whole + scan(whole).open;
}

/** A cut may split an escape sequence. */
function withoutHalfEscape(text: string): string {
  const code = /u[\da-f]{0,3}$/i.exec(text.slice(-4))?.[0].length ?? 0;
  const end = text.length - code;
  if (countBackslashes(text, end) % 2 === 1) return text.slice(0, end - 1);
  return countBackslashes(text, text.length) % 2 === 1 ? text.slice(0, -1) : text;
}

/** How many stand right before `end`: of backslashes in a row every second is escaped itself. */
function countBackslashes(text: string, end: number): number {
  let at = end;
  while (text.charAt(at - 1) === "\\") at -= 1;
  return end - at;
}

type Cut = {
  /** The signs that close what is open, innermost first. */
  readonly open: string;
  /** Within a string that is a value and not a name. */
  readonly isInText: boolean;
  /** Up to where all values are whole. */
  readonly wholeUntil: number;
};

const string = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?/y;

function scan(text: string): Cut {
  const stack: string[] = [];
  let [isName, wholeUntil] = [false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      string.lastIndex = at;
      const found = string.exec(text)?.[0] ?? char;
      if (!isEnded(found)) return { open: closing(stack), isInText: !isName, wholeUntil };
      at += found.length - 1;
      if (!isName) wholeUntil = at + 1;
    } else if (char === "{" || char === "[") {
      stack.push(char === "{" ? "}" : "]");
      isName = char === "{";
      wholeUntil = at + 1;
    } else if (char === "}" || char === "]") {
      stack.pop();
      isName = false;
      wholeUntil = at + 1;
    } else if (char === ":") isName = false;
    else if (char === ",") {
      wholeUntil = at;
      isName = stack.at(-1) === "}";
    }
  }
  return { open: closing(stack), isInText: false, wholeUntil };
}

function closing(stack: readonly string[]): string {
  return stack.toReversed().join("");
}

/** True if the last sign is a quotation mark that no backslash escapes. */
function isEnded(found: string): boolean {
  const last = found.length - 1;
  return last > 0 && found.endsWith('"') && countBackslashes(found, last) % 2 === 0;
}
