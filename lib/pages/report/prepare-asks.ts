import { pageNameOf } from "@/lib/format/layout/navigation";
import type { FindingsModel } from "@/lib/analytics/findings/finding-model";
import type { EndsModel } from "@/lib/pages/overview/overview-model";
import { boardWords } from "./words";

/** A decision or a delivery that the report asks for. */
export type Ask = {
  readonly words: string;
  /** The page that shows why, "SLA", and its address; null: no page does. */
  readonly page: { readonly name: string; readonly href: string } | null;
};

/**
 * What the report asks for: where cases don't say how they ended, what to send; of each certain finding the decision
 * it needs. Nothing where neither is there.
 */
export function prepareAsks(findings: FindingsModel, ends: EndsModel): readonly Ask[] {
  const wanted = ends.kind === "known" ? [] : ends.evidence.rows;
  const certain = findings.items.filter(({ certainty }) => certainty === "certain");
  return [
    ...wanted.map(({ words, count, how }) => ({
      words: boardWords.ask(words, count, how),
      page: null,
    })),
    ...certain.map(({ ask, href }): Ask => {
      const name = pageNameOf(href);
      return { words: `${ask}.`, page: name === "" ? null : { name, href } };
    }),
  ];
}
