import { formatCount, formatCounted } from "@/lib/format/format";
import { percent } from "@/lib/format/share-words";
import type { PiiFacts } from "./pii-facts";
import type { PiiDetector, PiiFigure } from "./pii-model";
import type { PiiQuery } from "./url";
import { leaked, valuesHref } from "./values-href";

/** The row of figures: leaks first, then coverage, with the detector's recall beside. */
export function piiFigures(
  query: PiiQuery,
  { tally, caseCount }: PiiFacts,
  detector: PiiDetector,
): readonly PiiFigure[] {
  const { all, bySensitivity, leakingCases, spans } = tally;
  const critical = bySensitivity.critical.leaked;
  const found = all.leaked + all.redacted;
  return [
    {
      name: "Arrived readable",
      value: formatCount(all.leaked),
      basis: `values, in ${formatCount(leakingCases)} of ${formatCounted(caseCount, "case")}`,
      href: all.leaked === 0 ? null : valuesHref(query, leaked),
      isBad: all.leaked > 0,
    },
    {
      name: "Critical",
      value: formatCount(critical),
      basis: "card and social security numbers, passwords, PINs, keys, tokens",
      href: critical === 0 ? null : valuesHref(query, { ...leaked, sensitivity: "critical" }),
      isBad: critical > 0,
    },
    ...(spans === null || spans.all === 0 ? [] : [spansFigure(query, spans)]),
    {
      name: "Redacted by the sender",
      value: found === 0 ? "–" : percent(all.redacted / found, found),
      basis: `${formatCount(all.redacted)} of ${formatCounted(found, "value")} that were found`,
      href: all.redacted === 0 ? null : valuesHref(query, { arrived: "redacted" }),
      isBad: false,
    },
    {
      name: "Detector’s recall",
      value: detector.value,
      basis: detector.basis,
      href: detector.href,
      isBad: false,
    },
  ];
}

function spansFigure(
  query: PiiQuery,
  { all, leaking }: { readonly all: number; readonly leaking: number },
): PiiFigure {
  return {
    name: "Spans without a new leak",
    value: percent(1 - leaking / all, all),
    basis: `${formatCount(leaking)} of ${formatCounted(all, "span")} brought a readable value`,
    href: leaking === 0 ? null : valuesHref(query, { ...leaked, each: "span" }),
    isBad: false,
  };
}
