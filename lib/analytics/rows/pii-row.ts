import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseValue } from "@/lib/domain/privacy/personal-values";
import type { Channel } from "@/lib/domain/trace/channel";
import type { SpanKey } from "@/lib/domain/trace/span";

/** Where a personal value of a case first was, as one flat row, without the value. */
export type PiiRow = CaseValue & {
  /** Its ordinal among the rows of the case, from 0. */
  readonly ordinal: number;
  readonly channel: Channel;
  /** Whether it is the first leaked value of its span. */
  readonly isSpansFirst: boolean;
};

/** The personal values of a case, in the order of its spans. */
export function piiRows({
  personalValues,
  interactions,
}: Pick<DerivedCase, "personalValues" | "interactions">): readonly PiiRow[] {
  const leaking = new Set<SpanKey>();
  return personalValues.map((value, ordinal) => {
    const contact = value.interaction === null ? undefined : interactions[value.interaction];
    const isSpansFirst = value.isLeaked && !leaking.has(value.span);
    if (value.isLeaked) leaking.add(value.span);
    return {
      ...value,
      ordinal,
      channel: contact?.channel ?? "unknown",
      isSpansFirst,
    };
  });
}
