import { closureEvidences, type Closure } from "@/lib/domain/case/case";
import { isPassedOn } from "@/lib/domain/case/passed-on";
import { assumeFromSilence } from "./assume-from-silence";
import type { ClosureInput } from "./closure-input";
import { proveByCustomer } from "./prove-by-customer";
import { denyByJudgement, proveByJudgement } from "./prove-by-judgement";
import { proveByWrite } from "./prove-by-write";
import { denyByRecord, proveByEvent, proveByRecord, readStatedMethod } from "./read-stated-closure";

const unproven: Closure = {
  method: "unknown",
  evidence: "none",
  because: "Nothing proves that the case was solved.",
  quotes: [],
};

const passedOn: Closure = {
  ...unproven,
  because: "It was passed on, and what became of it is not recorded.",
};

/**
 * Finds the strongest evidence that the case was solved (domain.md §1.2: verified, confirmed,
 * judged, assumed or none), and the closing method if stated.
 */
export function deriveClosure(given: ClosureInput): Closure {
  const { assembled, scores, spans } = given;
  const denial = denyByRecord(given) ?? denyByJudgement(assembled, scores);
  const proofs = [
    proveByRecord(given),
    proveByWrite(assembled),
    proveByEvent(given),
    proveByCustomer(assembled, spans),
    ...(denial === null
      ? [proveByJudgement(assembled, scores), assumeFromSilence(assembled)]
      : [denial]),
  ].filter((proof) => proof !== null);
  const strongest =
    proofs.toSorted((a, b) => strength(a) - strength(b))[0] ??
    (isPassedOn(assembled.interactions) ? passedOn : unproven);
  if (assembled.mergedInto !== null) return { ...strongest, method: "merged" };
  return { ...strongest, method: readStatedMethod(given) ?? strongest.method };
}

function strength(proof: Closure): number {
  return closureEvidences.indexOf(proof.evidence);
}
