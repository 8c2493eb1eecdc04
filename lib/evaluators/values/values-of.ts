import type { Message } from "@/lib/domain/case/case";
import { remember } from "../remember";
import { readValues, type Value } from "./read-values";

/** A message's values: several readers of the same words ask for them. */
export const valuesOf: (message: Message) => readonly Value[] = remember(({ text }) =>
  readValues(text),
);

/** True where two values are the same, however they were written. */
export function isSameValue(one: Value, other: Value): boolean {
  return one.kind === other.kind && one.value === other.value;
}
