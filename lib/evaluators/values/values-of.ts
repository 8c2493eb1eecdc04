import type { Message } from "@/lib/domain/case/case";
import { remember } from "../remember";
import { readValues, type Value } from "./read-values";

/** A message's values, memoised. */
export const valuesOf: (message: Message) => readonly Value[] = remember(({ text }) =>
  readValues(text),
);

/** True if two values are equal, independent of notation. */
export function isSameValue(one: Value, other: Value): boolean {
  return one.kind === other.kind && one.value === other.value;
}
