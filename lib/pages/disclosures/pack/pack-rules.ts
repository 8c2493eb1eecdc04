import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { foldCase } from "@/lib/domain/disclosures/fold-case";
import type { WorkspaceRule } from "@/lib/domain/disclosures/rule-settings";
import { isoInstant } from "@/lib/format/format";
import { ruleFacts } from "../rules/prepare-rules";
import { originWords } from "../rules/rule-words";
import type { PackPerson, PackRule } from "./pack-model";

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
  personOf: (actor: string) => PackPerson,
): readonly PackRule[] {
  return rules.map(({ rule, version, text }): PackRule => {
    const own = disclosures.filter((each) => each.rule === rule && each.version === version);
    const reasons = new Map<string, number>();
    for (const { status, because } of own) {
      if (status === "not_required") reasons.set(because, (reasons.get(because) ?? 0) + 1);
    }
    const { published = null } = text ?? {};
    return {
      ...{ rule, version },
      title: text?.rule.title ?? own[0]?.title ?? rule,
      source: text?.rule.source ?? "",
      origin: text === null ? "" : originWords(text),
      published:
        published === null
          ? null
          : { at: isoInstant(published.atUs) ?? "", by: personOf(published.by) },
      facts: text === null ? [] : ruleFacts(text.rule),
      definition: text?.rule ?? null,
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
