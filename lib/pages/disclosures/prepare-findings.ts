import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import { disclosureStatusWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { caseViewHref } from "@/lib/pages/case/url";
import type { FindingLine, FindingPanel } from "./disclosures-model";
import type { FindingSource, ListedFinding } from "./finding-facts";
import type { FindingPlace } from "./url";

const wordsLabels = { evidence: "", nearest: "Nearest words: ", searched: "Searched: " } as const;

type HrefOf = (place: FindingPlace) => string;

/**
 * Prepares a page of findings.
 * @param source the shown one, on this page or another
 * @param dueOf when each is due
 */
export function findingLines(
  findings: readonly ListedFinding[],
  source: FindingSource | null,
  hrefOf: HrefOf,
  dueOf: (finding: ListedFinding) => FindingLine["due"] = () => null,
): readonly FindingLine[] {
  const chosen = chosenAt(findings, source);
  return findings.map((finding, at) => {
    const {
      caseId,
      ordinal,
      rule,
      channel,
      agents,
      atUs,
      words,
      wordsFrom,
      because,
      status,
      review,
    } = finding;
    const { tone, word } = disclosureStatusWords[status];
    return {
      ...{ caseId, channel, agents, atUs, because },
      key: `${caseId} ${String(ordinal)}`,
      caseHref: caseViewHref(caseId, { item: `d${String(ordinal)}` }),
      href: hrefOf({ caseId, ordinal }),
      isChosen: at === chosen,
      rule: ruleName(rule),
      words: words ?? "",
      wordsLabel: wordsFrom === null ? "" : wordsLabels[wordsFrom],
      status: { tone, label: word, name: status },
      review: review === "open" ? "" : reviewWords[review],
      due: dueOf(finding),
    };
  });
}

type StepRules = {
  readonly hrefOf: HrefOf;
  /** The list is ordered by it, the lowest first. */
  readonly valueOf: (finding: DisclosureRow) => number;
};

/** The findings before and after the shown one; of one that left the list, the one that follows its place. */
export function findingSteps(
  findings: readonly ListedFinding[],
  source: FindingSource | null,
  { hrefOf, valueOf }: StepRules,
): Pick<FindingPanel, "previousHref" | "nextHref"> {
  const hrefAt = (at: number) => {
    const finding = findings[at];
    return finding === undefined ? null : hrefOf(finding);
  };
  const at = chosenAt(findings, source);
  if (at >= 0) return { previousHref: hrefAt(at - 1), nextHref: hrefAt(at + 1) };
  if (source === null) return { previousHref: null, nextHref: null };
  const after = findings.findIndex((each) => valueOf(each) >= valueOf(source.row));
  return { previousHref: null, nextHref: hrefAt(Math.max(0, after)) };
}

/** The position of the shown finding on the page; -1: it is on another, or in no list. */
function chosenAt(findings: readonly ListedFinding[], source: FindingSource | null): number {
  return findings.findIndex(
    ({ caseId, ordinal }) => caseId === source?.derived.caseId && ordinal === source.row.ordinal,
  );
}
