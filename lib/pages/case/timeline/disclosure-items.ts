import type { DerivedCase } from "@/lib/domain/case/case";
import { disclosureStatuses, type CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import { disclosureStatusWords, findingWords } from "@/lib/format/disclosure-words";
import type { TimelineDisclosure } from "./timeline-model";
import { disclosures as words } from "../words/timeline";

/** Disclosures, where they were or should have been given; rules that did not apply are omitted. */
export function disclosureItems(
  { disclosures, reviews }: Pick<CaseKnowledge, "disclosures" | "reviews">,
  { interactions, messages }: DerivedCase,
): readonly TimelineDisclosure[] {
  const applied = disclosures.flatMap((disclosure, place) =>
    isApplied(disclosure) ? [{ disclosure, place }] : [],
  );
  return applied.map(({ disclosure, place }, at) => {
    const { interaction, quote, dueUs, status, title, rule } = disclosure;
    const saidUs = quote === null ? undefined : messages[quote.message]?.atUs;
    const { tone } = disclosureStatusWords[status];
    const found = findingWords(status, rule, reviews[at] ?? "open");
    return {
      id: `d${at}`,
      place,
      contact: interaction,
      atUs: saidUs ?? dueUs ?? interactions[interaction]?.endUs ?? 0,
      status,
      tone,
      ...{ rule, title, found },
      words: `${title}: ${found}`,
    };
  });
}

type Applied = CaseDisclosure & { readonly status: TimelineDisclosure["status"] };

function isApplied(disclosure: CaseDisclosure): disclosure is Applied {
  return disclosure.status !== "not_required";
}

/** The track's summary: "2 given, 1 not found", or that no rule applied. */
export function disclosuresWords(disclosures: readonly TimelineDisclosure[]): string {
  if (disclosures.length === 0) return words.none;
  return disclosureStatuses
    .filter((status) => status !== "not_required")
    .map((status) => ({
      word: disclosureStatusWords[status].word,
      count: disclosures.filter((each) => each.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(", ");
}
