import { anchorPlace } from "@/lib/cases/labels/anchor-place";
import { evidenceText } from "@/lib/cases/labels/evidence-text";
import { evaluatorOf, findEvaluatorAnswer } from "@/lib/cases/labels/find-evaluator-answer";
import { DomainError } from "@/lib/domain/domain-error";
import { isBlank } from "@/lib/domain/is-blank";
import { reasonLengthMax, wordsFor, type LabelChange } from "@/lib/domain/quality/label";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { judgedCase } from "@/lib/evaluators/judged-case";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import { hashWords, putLabel, readLabel, removeLabel } from "@/lib/store/decisions/labels";
import { readCase, readCaseRevision } from "@/lib/store/cases/read-case";
import type { CaseChangeContext } from "./apply-case-change";
import { requireCase } from "./require-case";

type ChangeOf<Kind> = Extract<LabelChange, { readonly kind: Kind }>;

type Appliers = {
  readonly [Kind in LabelChange["kind"]]: (
    context: CaseChangeContext,
    change: ChangeOf<Kind>,
  ) => Promise<ChangeAnswer>;
};

/**
 * The changes that a page may make to labels, one transaction each.
 * @throws DomainError with a sentence for the user
 */
export const labelChangeAppliers: Appliers = {
  "label-given": async (context, change) => {
    const { db, nowUs, mask } = context;
    const { actor, caseId, place, answer } = change;
    const reason = mask(change.reason.trim());
    refuseUnreadable(change, reason);
    await requireCase(context, caseId);
    const stored = await readCase(db, caseId);
    const isAsShown = (await readCaseRevision(db, caseId)) === change.mark;
    if (stored === null || !isAsShown) throw outdated();
    const { derived } = stored;
    const judged = judgedCase(stored);
    const evaluator = evaluatorOf(place, change.evaluator);
    const said = findEvaluatorAnswer(judged, place, evaluator);
    const anchor = anchorPlace(derived, place, hashWords);
    if (said === null || said.says === "none") throw outdated();
    if (anchor === null)
      throw refused("No stored words stand for this, so a label could not hold on to it.");
    const { version, says, value } = said;
    const evidenceHash = hashWords(evidenceText(derived, said));
    const kept = { says, value };
    const label = { actor, caseId, evaluator, version, anchor, said: kept, answer, reason };
    return { id: await putLabel(db, { ...label, evidenceHash }, nowUs) };
  },
  "label-withdrawn": async ({ db, scope }, { id, actor }) => {
    const label = await readLabel(db, id);
    const isSeen =
      label !== null && (await caseVisibility(db, scope, label.currentCaseId)) !== "hidden";
    if (isSeen && (await removeLabel(db, id, actor))) return { id: null };
    throw new DomainError(
      "not-found",
      "This label was withdrawn already, or somebody else gave it; reload the page.",
    );
  },
};

function refuseUnreadable({ answer, place }: ChangeOf<"label-given">, reason: string): void {
  if (answer.kind !== "right" && isBlank(reason)) throw refused("Say in a few words why.");
  if (reason.length > 2 * reasonLengthMax) throw refused("The reason is too long.");
  const isItem = place.kind === "promise" || place.kind === "fact";
  const isReadable =
    answer.kind === "should-be-word"
      ? wordsFor(place.kind).includes(answer.word)
      : answer.kind !== "should-be-value" || !isItem;
  if (!isReadable) throw refused("That is no answer to this question.");
}

function outdated(): DomainError {
  return refused("This case has changed since the page was made; load it again, then label it.");
}

function refused(sentence: string): DomainError {
  return new DomainError("invalid-input", sentence);
}
