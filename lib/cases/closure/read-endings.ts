import {
  closureEvidences,
  type AssembledCase,
  type Closure,
  type Interaction,
  type Score,
} from "@/lib/domain/case/case";
import { endingContacts } from "@/lib/domain/case/ending-contact";
import { assumeFromSilence } from "./assume-from-silence";
import { denyByJudgement, proveByJudgement } from "./prove-by-judgement";

/**
 * What our own reading of the last contacts says, one for each account: that one was not resolved, or the weakest of
 * what speaks for each; null where nothing speaks for one of them.
 */
export function readEndings(assembled: AssembledCase, scores: readonly Score[]): Closure | null {
  const endings = endingContacts(assembled.interactions);
  const denial = findDenial(assembled, scores);
  if (denial !== null) return denial;
  const proofs = endings.flatMap((ending) => readEnding(assembled, ending, scores) ?? []);
  if (proofs.length < endings.length) return null;
  return proofs.toReversed().toSorted((a, b) => rungOf(b) - rungOf(a))[0] ?? null;
}

/** What speaks for a resolution in a last contact, or null. */
function readEnding(assembled: AssembledCase, ending: Interaction, scores: readonly Score[]) {
  return proveByJudgement(assembled, ending, scores) ?? assumeFromSilence(assembled, ending);
}

/** Of a case with several accounts, the last contact about one of them for which nothing speaks; or null. */
export function findOpenEnding(
  assembled: AssembledCase,
  scores: readonly Score[],
): Interaction | null {
  const endings = endingContacts(assembled.interactions);
  if (endings.length < 2) return null;
  return endings.findLast((ending) => readEnding(assembled, ending, scores) === null) ?? null;
}

/** Our reading that the last contact about an account was not resolved, the last of several; or null. */
export function findDenial(assembled: AssembledCase, scores: readonly Score[]): Closure | null {
  const denials = endingContacts(assembled.interactions).map((ending) =>
    denyByJudgement(assembled, ending, scores),
  );
  return denials.findLast((each) => each !== null) ?? null;
}

/** Higher is weaker. */
function rungOf({ evidence }: Closure): number {
  return closureEvidences.indexOf(evidence);
}
