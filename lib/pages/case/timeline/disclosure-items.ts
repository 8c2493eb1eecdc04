import type { DerivedCase } from "@/lib/domain/case/case";
import { disclosureStatuses, type CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { Tone } from "@/lib/format/wording";
import type { TimelineDisclosure } from "./timeline-model";

const looks: Readonly<
  Record<TimelineDisclosure["status"], { readonly tone: Tone; readonly word: string }>
> = {
  given: { tone: "pass", word: "given" },
  late: { tone: "warn", word: "late" },
  wrong_order: { tone: "warn", word: "in the wrong order" },
  incomplete: { tone: "fail", word: "incomplete" },
  wrong_speaker: { tone: "fail", word: "by another speaker" },
  missing: { tone: "fail", word: "not found" },
  not_evaluable: { tone: "none", word: "not evaluable" },
};

/** What was found, as a hint: nobody has reviewed it, so nobody is accused of anything. */
function foundWords(status: TimelineDisclosure["status"], rule: string): string {
  const { word } = looks[status];
  return status === "given" || status === "not_evaluable"
    ? word
    : `${word} by rule ${rule}, not reviewed`;
}

/** Disclosures, where they were or should have been given; rules that did not apply are omitted. */
export function disclosureItems(
  disclosures: readonly CaseDisclosure[],
  { interactions, messages }: DerivedCase,
): readonly TimelineDisclosure[] {
  const applied = disclosures.flatMap((disclosure, place) =>
    isApplied(disclosure) ? [{ disclosure, place }] : [],
  );
  return applied.map(({ disclosure, place }, at) => {
    const { interaction, quote, dueUs, status, title, rule } = disclosure;
    const saidUs = quote === null ? undefined : messages[quote.message]?.atUs;
    const { tone } = looks[status];
    const found = foundWords(status, rule);
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
  if (disclosures.length === 0) return "none required";
  return disclosureStatuses
    .filter((status) => status !== "not_required")
    .map((status) => ({
      word: looks[status].word,
      count: disclosures.filter((each) => each.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(", ");
}
