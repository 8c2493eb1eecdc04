import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { foldCase } from "@/lib/domain/disclosures/fold-case";
import type { WorkspaceRule } from "@/lib/domain/disclosures/rule-settings";
import { ruleFacts } from "../rules/prepare-rules";
import { originWords } from "../rules/rule-words";
import { packInstant, type PersonOf } from "./pack-finding";
import type { PackRule } from "./pack-model";

/** A version of a rule that some finding names. */
export type RuleOfPack = {
  readonly rule: string;
  readonly version: number;
  /** Null: its text is not kept. */
  readonly text: Pick<WorkspaceRule, "rule" | "published" | "shipped"> | null;
};

/** What each rule asks for, and its verdict over the case. */
export function packRules(
  rules: readonly RuleOfPack[],
  { interactions }: Pick<DerivedCase, "interactions">,
  disclosures: readonly CaseDisclosure[],
  personOf: PersonOf,
): readonly PackRule[] {
  return rules.map((of): PackRule => {
    const { rule, version, text } = of;
    const own = disclosures.filter((each) => each.rule === rule && each.version === version);
    const reasons = new Map<string, number>();
    for (const { status, because } of own) {
      if (status === "not_required") reasons.set(because, (reasons.get(because) ?? 0) + 1);
    }
    return {
      ...packRule(of, own[0]?.title ?? rule, personOf),
      verdict:
        text === null
          ? null
          : foldCase(
              text.rule,
              own.map(({ interaction, status }) => ({
                ...{ interaction, status },
                channel: interactions[interaction]?.channel ?? "unknown",
              })),
            ),
      notRequired: [...reasons].map(([because, contacts]) => ({ because, contacts })),
    };
  });
}

/** What a version of a rule asks for, without a case. @param name its title where its text is not kept */
export function packRule(
  { rule, version, text }: RuleOfPack,
  name: string,
  personOf: PersonOf,
): PackRule {
  const { published = null } = text ?? {};
  return {
    ...{ rule, version, verdict: null, notRequired: [] },
    title: text?.rule.title ?? name,
    source: text?.rule.source ?? "",
    origin: text === null ? "" : originWords(text),
    published:
      published === null
        ? null
        : { at: packInstant(published.atUs) ?? "", by: personOf(published.by) },
    facts: text === null ? [] : ruleFacts(text.rule),
    definition: text?.rule ?? null,
  };
}
