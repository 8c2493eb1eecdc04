import { isInstant } from "@/lib/domain/instant";
import { parseInstant } from "../formats/case-instant";
import { isJsonObject, type JsonObject } from "../formats/json-shape";

/** A text or number as text that can be stored; null if there is none, or it is blank. */
export function wordsOf(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = storable(String(value)).trim();
  return text === "" ? null : text;
}

const nameLengthMax = 200;

/** A name or sentence as a gate's files hold one: a line of at most 200 characters; null if there is none. */
export function nameOf(value: unknown): string | null {
  const text =
    wordsOf(value)
      ?.replaceAll(/[\p{Cc}\s\uFFFE\uFFFF]+/gu, " ")
      .trim() ?? "";
  if (text.length <= nameLengthMax) return text === "" ? null : text;
  return `${text.slice(0, nameLengthMax - 1).replace(/\p{Cs}$/u, "")}…`;
}

/** Characters that no store holds are replaced. */
export function storable(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD").toWellFormed();
}

/** JSON of a parsed value; null if there is none, or it is nested deeper than a stack reaches. */
export function jsonOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  try {
    return storable(JSON.stringify(value));
  } catch {
    return null;
  }
}

/** A JSON object; anything else has no members. */
export function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** A whole number from 1; null for anything else. */
export function ordinalOf(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 1 ? number : null;
}

/** Microseconds since 1970 of a time as text or Unix time; null if it is none. */
export function instantOf(value: unknown): number | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const read = parseInstant(String(value).trim());
  return typeof read === "number" && read > 0 && isInstant(read) ? Math.trunc(read) : null;
}
