import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { Tone } from "@/lib/format/wording";
import type { TimelineDisclosure } from "./timeline-model";

const looks: Readonly<
  Record<TimelineDisclosure["status"], { readonly tone: Tone; readonly word: string }>
> = {
  given: { tone: "pass", word: "given" },
  late: { tone: "warn", word: "late" },
  missing: { tone: "fail", word: "missing" },
  "not-evaluable": { tone: "none", word: "not evaluable" },
};

/** Disclosures, where they were or should have been given; rules that did not apply are omitted. */
export function disclosureItems(
  disclosures: readonly CaseDisclosure[],
  { interactions, messages }: DerivedCase,
): readonly TimelineDisclosure[] {
  const applied = disclosures.flatMap((disclosure, place) =>
    isApplied(disclosure) ? [{ disclosure, place }] : [],
  );
  return applied.map(({ disclosure, place }, at) => {
    const { interaction, quote, dueUs, status, title } = disclosure;
    const saidUs = quote === null ? undefined : messages[quote.message]?.atUs;
    const { tone, word } = looks[status];
    return {
      id: `d${at}`,
      place,
      contact: interaction,
      atUs: saidUs ?? dueUs ?? interactions[interaction]?.endUs ?? 0,
      status,
      tone,
      words: `${title}: ${word}`,
    };
  });
}

type Applied = CaseDisclosure & { readonly status: TimelineDisclosure["status"] };

function isApplied(disclosure: CaseDisclosure): disclosure is Applied {
  return disclosure.status !== "not-applicable";
}

/** The track's summary: "2 given, 1 missing", or that no rule applied. */
export function disclosuresWords(disclosures: readonly TimelineDisclosure[]): string {
  if (disclosures.length === 0) return "none required";
  const statuses = ["given", "late", "missing", "not-evaluable"] as const;
  return statuses
    .map((status) => ({
      word: looks[status].word,
      count: disclosures.filter((each) => each.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(", ");
}
