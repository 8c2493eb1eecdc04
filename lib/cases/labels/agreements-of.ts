import {
  labelledThings,
  type Agreement,
  type CountedShare,
  type LabelledThing,
  type PlacedLabel,
} from "@/lib/domain/quality/agreement";
import { truthOfLabel, wordOfLabel, type EvaluatorAnswer } from "@/lib/domain/quality/label";
import { cohenKappa } from "@/lib/stats/cohen-kappa";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";

/**
 * Agreement of people with one evaluator, by version and answer, latest version first. A label applies to every
 * version: one given to an earlier version is also compared with the current score.
 * @param placed all labels of the evaluator; several on one target each count
 */
export function agreementsOf(placed: readonly PlacedLabel[]): Agreement[] {
  const versions = new Set(
    placed.flatMap(({ label, now }) => [label.version, now?.version ?? []].flat()),
  );
  return [...versions]
    .sort((a, b) => rank(b) - rank(a))
    .flatMap((version) =>
      labelledThings.flatMap((about) => {
        const own = placed.filter((each) => aboutOf(each) === about);
        const compared = own.map((each) => ({ each, said: answerOf(each, version) }));
        return compared.some(({ said }) => said !== null)
          ? [agreementOf(version, about, compared)]
          : [];
      }),
    );
}

type Compared = {
  readonly each: PlacedLabel;
  readonly said: Pick<EvaluatorAnswer, "says" | "value"> | null;
};

function agreementOf(
  version: Agreement["version"],
  about: LabelledThing,
  compared: readonly Compared[],
): Agreement {
  const judged = compared.map(({ each, said }) => ({ each, ...judge(each, said, about) }));
  const comparable = judged.filter(({ isAgreed }) => isAgreed !== null);
  const hits = comparable.filter(({ isAgreed }) => isAgreed === true).length;
  const pairs = comparable.flatMap(({ pair }) => (pair === null ? [] : [pair]));
  return {
    version,
    about,
    agreed: counted(hits, comparable.length),
    apart: judged.length - comparable.length,
    kappa: cohenKappa(pairs),
    sensitivity: about === "scores" ? recallOf(pairs, "yes") : null,
    specificity: about === "scores" ? recallOf(pairs, "no") : null,
    disagreements: comparable
      .filter(({ isAgreed }) => isAgreed === false)
      .map(({ each }) => each)
      .sort((a, b) => b.label.atUs - a.label.atUs || b.label.id - a.label.id),
  };
}

type Judged = {
  /** Null if the two cannot be compared. */
  readonly isAgreed: boolean | null;
  /** The evaluator's and the person's answer; null if one is unknown. */
  readonly pair: readonly [said: string, truth: string] | null;
};

function judge({ label }: PlacedLabel, said: Compared["said"], about: LabelledThing): Judged {
  const unknown = { isAgreed: null, pair: null };
  if (said === null) return unknown;
  const word = wordOfLabel(label);
  const truth = truthOfLabel(label);
  if (about === "scores" && truth !== null) {
    if (said.value === null) return unknown;
    const isYes = said.value >= 0.5;
    return { isAgreed: isYes === truth, pair: [yesNo(isYes), yesNo(truth)] };
  }
  if (word === null)
    return said.says === label.said.says ? { ...unknown, isAgreed: false } : unknown;
  const isAgreed = said.says === word;
  return { isAgreed, pair: about === "scores" ? null : [said.says, word] };
}

/** A version's score of a label's target: the current one, or the recorded one if that version gave it. */
function answerOf({ label, now }: PlacedLabel, version: Agreement["version"]): Compared["said"] {
  if (now?.version === version) return now;
  return label.version === version ? label.said : null;
}

function aboutOf({ label }: PlacedLabel): LabelledThing {
  if (label.anchor.kind === "promise") return "promises";
  return label.anchor.kind === "fact" ? "facts" : "scores";
}

function recallOf(pairs: readonly (readonly [string, string])[], answer: string): CountedShare {
  const asked = pairs.filter(([, truth]) => truth === answer);
  return counted(asked.filter(([said]) => said === answer).length, asked.length);
}

function counted(hits: number, of: number): CountedShare {
  return { hits, of, interval: wilsonInterval(hits, of) };
}

function yesNo(isYes: boolean): string {
  return isYes ? "yes" : "no";
}

function rank(version: Agreement["version"]): number {
  return version === "imported" ? -1 : version;
}
