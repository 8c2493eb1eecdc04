import type { Agreement, CountedShare, PlacedLabel } from "@/lib/domain/quality/agreement";
import { caseHref } from "@/lib/pages/case/href";
import { formatCount, formatScore } from "@/lib/format/format";
import { answerWords } from "@/lib/format/scores/prepare-labels";
import type { AgreementView } from "./quality-model";
import { intervalWords } from "./prepare-quality";

const disagreementsMax = 10;

/** Prepares people's agreement with an evaluator by version. */
export function prepareAgreements(agreements: readonly Agreement[]): readonly AgreementView[] {
  return agreements.map((agreement) => {
    const { version, about, agreed, kappa, sensitivity, specificity, apart } = agreement;
    const words = version === "imported" ? "imported" : `v${String(version)}`;
    return {
      key: `${words} ${about}`,
      about: `${words}, ${about}`,
      facts: [
        fact("People agree with", shareWords(agreed)),
        fact("κ", kappa === null ? null : numberWords(kappa.value, kappa.interval)),
        fact("Of what is so, it finds", sensitivity === null ? null : shareWords(sensitivity)),
        fact("Of what is not so, it leaves", specificity === null ? null : shareWords(specificity)),
        fact("Labels it cannot be compared with", apart === 0 ? null : formatCount(apart)),
      ].flat(),
      disagreements: agreement.disagreements.slice(0, disagreementsMax).map(disagreementView),
    };
  });
}

function fact(name: string, value: string | null): { name: string; value: string }[] {
  return value === null ? [] : [{ name, value }];
}

/** "31 of 40 (0.62–0.88)" */
export function shareWords({ hits, of, interval }: CountedShare): string {
  const counted = `${formatCount(hits)} of ${formatCount(of)}`;
  return interval === null ? counted : `${counted} (${intervalWords(interval)})`;
}

/** "0.62 (0.41–0.83)" */
export function numberWords(value: number, interval: readonly [number, number]): string {
  return `${value.toFixed(2)} (${intervalWords(interval)})`;
}

function disagreementView({ label, now }: PlacedLabel): AgreementView["disagreements"][number] {
  const { value, says } = now ?? label.said;
  const score = value === null ? says.replaceAll("-", " ") : formatScore(value);
  return {
    key: String(label.id),
    caseId: label.currentCaseId,
    href: caseHref(label.currentCaseId),
    words: `it says ${score}; a person: ${answerWords(label).toLowerCase()}`,
    reason: label.reason,
  };
}
