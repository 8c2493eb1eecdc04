import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import { evaluatorEntry } from "@/lib/domain/quality/evaluator-catalogue";
import type { Label } from "@/lib/domain/quality/label";
import { formatScore } from "../format";
import { labelWord } from "./label-choices";
import type { AttachedLabel, CaseLabels, DetachedLabel, LabelView } from "./label-view";
import { slugWords } from "../wording";

/** The viewer of labels. */
export type LabelReader = {
  /** The viewer's public id. */
  readonly actor: string;
  /** Account names by public id. */
  readonly names: ReadonlyMap<string, string>;
};

/** Prepares a case's labels: attached ones by target, and detached ones. */
export function prepareLabels(
  placed: readonly PlacedLabel[],
  reader: LabelReader,
): Omit<CaseLabels, "mark"> {
  const attached: AttachedLabel[] = [];
  const detached: DetachedLabel[] = [];
  for (const each of placed) {
    const { label, place, now } = each;
    const view = labelView(each, reader);
    if (place === null || now === null || now.says === "none") {
      detached.push({ label: view, about: aboutWords(label), because: detachedWords(each) });
    } else {
      attached.push({ place, evaluator: label.evaluator, label: view });
    }
  }
  return { attached, detached };
}

function labelView({ label, now, isEvidenceSame }: PlacedLabel, reader: LabelReader): LabelView {
  const { answer, said } = label;
  const isOwn = label.actor === reader.actor;
  const isRight = answer.kind === "right";
  const isUnchanged = now?.says === said.says && now.value === said.value;
  const changed = isEvidenceSame || now === null ? "" : "It rests on other words now.";
  return {
    id: label.id,
    says: answerWords(label),
    tone: isRight ? "pass" : "fail",
    by: isOwn ? "you" : (reader.names.get(label.actor) ?? "somebody without an account"),
    isOwn,
    isRight,
    atUs: label.atUs,
    reason: label.reason,
    since: isUnchanged || now === null ? changed : `It said ${saidWords(said)} then.`,
  };
}

/** A label's answer as text: "Should be likely resolved". */
export function answerWords({ answer, evaluator, anchor }: Label): string {
  switch (answer.kind) {
    case "right":
      return "Marked right";
    case "wrong":
      return "Marked wrong";
    case "should-be-value":
      return `Should be ${valueWords(evaluator, answer.value)}`;
    case "should-be-word":
      return `Should be ${labelWord(answer.word, anchor.kind)}`;
  }
}

function valueWords(evaluator: string, value: number): string {
  const entry = evaluatorEntry(evaluator);
  if (entry === null) return formatScore(value);
  return value < 0.5 ? entry.says[0] : value === 0.5 ? entry.says[1] : entry.says[2];
}

function saidWords({ says, value }: Label["said"]): string {
  return value === null ? labelWord(says, "case") : formatScore(value);
}

function aboutWords({ evaluator, anchor, said }: Label): string {
  const name = evaluatorEntry(evaluator)?.words ?? slugWords(evaluator);
  const what = anchor.kind === "fact" || anchor.kind === "promise" ? anchor.kind : name;
  return `${what}, said to be ${saidWords(said)}`;
}

function detachedWords({ label: { caseId, anchor, currentCaseId }, place }: PlacedLabel): string {
  if (anchor.kind === "case" && caseId !== currentCaseId) {
    return `about case ${caseId}, which was merged into this`;
  }
  return place === null
    ? "detached: what it was said of is there no more"
    : "detached: nothing is said of it any more";
}
