import { formatCount, formatCounted } from "@/lib/format/format";
import { percent } from "@/lib/format/share-words";
import type { PiiFigure } from "./pii-model";
import type { PiiFacts } from "./pii-facts";
import type { PiiQuery } from "./url";
import { valuesHref } from "./values-href";

/** The row of figures: leaks first, then what the sender redacted. */
export function piiFigures(query: PiiQuery, { tally, caseCount }: PiiFacts): readonly PiiFigure[] {
  const { all, leakingCases, leakingSpans } = tally;
  const found = all.leaked + all.redacted;
  return [
    {
      name: "Arrived readable",
      value: formatCount(all.leaked),
      basis: `values, in ${formatCount(leakingCases)} of ${formatCounted(caseCount, "case")}`,
      href: all.leaked === 0 ? null : valuesHref(query, { arrived: "leaked" }),
      isBad: all.leaked > 0,
    },
    {
      name: "Critical",
      value: formatCount(all.critical),
      basis: "card and social security numbers, passwords, PINs, keys, tokens",
      href: all.critical === 0 ? null : valuesHref(query, { arrived: "critical" }),
      isBad: all.critical > 0,
    },
    {
      name: "Spans that leaked",
      value: formatCount(leakingSpans),
      basis: "spans that brought a readable value into their case",
      href: leakingSpans === 0 ? null : valuesHref(query, { arrived: "leaked", each: "span" }),
      isBad: false,
    },
    {
      name: "Redacted by the sender",
      value: found === 0 ? "–" : percent(all.redacted / found, found),
      basis: `${formatCount(all.redacted)} of ${formatCounted(found, "value")}`,
      href: all.redacted === 0 ? null : valuesHref(query, { arrived: "redacted" }),
      isBad: false,
    },
  ];
}
