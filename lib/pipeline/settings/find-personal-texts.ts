import { lineOfField, type RuleDraft, type RuleProblem } from "@/lib/disclosures/yaml/rule-draft";
import type { ReadRules } from "@/lib/disclosures/yaml/read-rules";
import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import { maskedWords } from "@/lib/format/wording";

const fields = ["title", "source", "owner"] as const;
/** An assistant, an act of law or whoever states a notice may have a person's name. */
const allowed: ReadonlySet<PiiType> = new Set(["PERSON"]);

/** "Cal. Bus. & Prof. Code §§ 17940–17943" has the form of a postal address. */
const citedLaw =
  /(?:(?:[A-Z]\w{0,15}\.|[A-Z]\w{0,15}(?= Code\b)|Code|Act|[A-Z.]{2,8}) (?:& )?){0,8}§§? ?[\w.()–-]+/gu;

/**
 * Refuses personal data in what pages and packs show of rules and notices. They are stored as typed, so that the words
 * of a notice can be compared with what stands on the channel: nothing is masked in them.
 */
export function findPersonalTexts({
  drafts,
  stated,
  noticeLines = [],
}: Pick<ReadRules, "drafts" | "stated" | "noticeLines">): readonly RuleProblem[] {
  const masker = createTextMasker(() => "0".repeat(16));
  const problemOf = (text: string, place: Pick<RuleProblem, "line" | "rule" | "field">) => {
    const read = text.replace(citedLaw, "the law");
    const found = masker.find(read, { requested: 0 }).find(({ type }) => !allowed.has(type));
    if (found === undefined) return [];
    const words = `holds personal data (${maskedWords[found.type]}): write whose it is instead, such as “our address”`;
    return [{ ...place, words, isRefusal: true }];
  };
  return [
    ...drafts.flatMap((draft) => textsOf(draft).flatMap(([place, text]) => problemOf(text, place))),
    ...(stated.notices ?? []).flatMap(({ text }, at) =>
      problemOf(text, {
        line: noticeLines[at] ?? 1,
        rule: null,
        field: `notices.${String(at)}.text`,
      }),
    ),
  ];
}

function textsOf(
  draft: RuleDraft,
): readonly (readonly [Pick<RuleProblem, "line" | "rule" | "field">, string])[] {
  const { rule } = draft;
  return fields.map((field) => [
    { line: lineOfField(draft, field), rule: rule.id, field },
    rule[field],
  ]);
}
