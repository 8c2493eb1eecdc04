import type { AttributeValue } from "./span";

export type Report = { readonly [name: string]: AttributeValue };

/** A number of at least 0. */
export function amountOf(value: AttributeValue | undefined): number | null {
  const amount = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof amount === "number" && Number.isFinite(amount) && amount >= 0 ? amount : null;
}

/** A whole number of at least 0. Beyond 2^53 they are inexact, and soon more than a column holds. */
export function countOf(value: AttributeValue | undefined): number | null {
  const amount = amountOf(value);
  return Number.isSafeInteger(amount) ? amount : null;
}

/** An object, also as JSON text. */
export function reportOf(value: AttributeValue | undefined): Report | null {
  const given = typeof value === "string" ? parsedOf(value) : (value ?? null);
  return isReport(given) ? given : null;
}

/** A value of JSON text; null for other text. */
export function parsedOf(text: string): AttributeValue {
  try {
    return JSON.parse(text) as AttributeValue;
  } catch {
    return null;
  }
}

export function isReport(value: AttributeValue | undefined): value is Report {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function plainName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
}
