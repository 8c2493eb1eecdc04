import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isRecord, scalarText } from "../json";

const timeKeys = ["created_at", "createdAt"];

/** Messages in order of their times, if each states one: a voice agent's context may have them in another order. */
export function byTime(list: readonly AttributeValue[]): readonly AttributeValue[] {
  const timed = list.map((item) => ({ item, at: timeOf(item) }));
  const isInOrder = timed.every(({ at }, index) => at >= (timed[index - 1]?.at ?? -Infinity));
  if (isInOrder || timed.some(({ at }) => Number.isNaN(at))) return list;
  return timed.toSorted((one, other) => one.at - other.at).map(({ item }) => item);
}

/** A time as a number of any unit; NaN if there is none. */
function timeOf(item: AttributeValue): number {
  const said = isRecord(item) ? scalarText(firstMember(item, timeKeys)) : null;
  if (said === null) return Number.NaN;
  const number = Number(said);
  return Number.isNaN(number) ? Date.parse(said) : number;
}
