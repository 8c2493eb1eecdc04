import { closureEvidences, type Closure } from "@/lib/domain/case/case";
import { assumeFromSilence } from "./assume-from-silence";
import type { ClosureInput } from "./closure-input";
import { proveByCustomer } from "./prove-by-customer";
import { proveByJudgement } from "./prove-by-judgement";
import { proveByWrite } from "./prove-by-write";
import { denyByRecord, proveByEvent, proveByRecord, readStatedMethod } from "./read-stated-closure";

const unproven: Closure = {
  method: "unknown",
  evidence: "none",
  because: "Nothing shows that the case was solved.",
  quotes: [],
};

/**
 * Finds the strongest evidence that the case was solved (domain.md §1.2: verified, confirmed,
 * judged, assumed or none), and the closing method if stated.
 */
export function deriveClosure(given: ClosureInput): Closure {
  const { assembled, scores, spans } = given;
  const denial = denyByRecord(given);
  const proofs = [
    proveByRecord(given),
    proveByWrite(assembled),
    proveByEvent(given),
    proveByCustomer(assembled, spans),
    ...(denial === null
      ? [proveByJudgement(assembled, scores), assumeFromSilence(assembled)]
      : [denial]),
  ].filter((proof) => proof !== null);
  const strongest = proofs.toSorted((a, b) => strength(a) - strength(b))[0] ?? unproven;
  if (assembled.mergedInto !== null) return { ...strongest, method: "merged" };
  return { ...strongest, method: readStatedMethod(given) ?? strongest.method };
}

function strength(proof: Closure): number {
  return closureEvidences.indexOf(proof.evidence);
}
