import { closureEvidences, type AssembledCase, type Closure } from "@/lib/domain/case/case";
import { endingContacts, findPassedOn } from "@/lib/domain/case/ending-contact";
import type { ClosureInput } from "./closure-input";
import { nameEnding } from "./name-ending";
import { findSignsOnBothSides } from "./prove-by-judgement";
import { proveByCustomer } from "./prove-by-customer";
import { proveByWrite } from "./prove-by-write";
import { findOpenEnding, readEndings } from "./read-endings";
import { denyByRecord, proveByEvent, proveByRecord, readStatedMethod } from "./read-stated-closure";

const unproven: Closure = {
  method: "unknown",
  evidence: "none",
  because: "Nothing proves that the case was solved.",
  quotes: [],
};

/**
 * Finds the strongest evidence that the case was solved (verified, confirmed, judged, assumed or none:
 * docs/decisions/0002-closure-evidence.md), and the closing method if stated.
 */
export function deriveClosure(given: ClosureInput): Closure {
  const { assembled, scores, caseEvents } = given;
  const proofs = [
    proveByRecord(given),
    proveByWrite(assembled),
    proveByEvent(given),
    proveByCustomer(assembled, caseEvents),
    denyByRecord(given) ?? readEndings(assembled, scores),
  ].filter((proof) => proof !== null);
  const strongest =
    proofs.toSorted((a, b) => strength(a) - strength(b))[0] ??
    passedOn(assembled) ??
    leftOpen(given);
  if (assembled.mergedInto !== null) return { ...strongest, method: "merged" };
  return { ...strongest, method: readStatedMethod(given) ?? strongest.method };
}

function passedOn(assembled: AssembledCase): Closure | null {
  const contact = findPassedOn(assembled.interactions);
  if (contact === undefined) return null;
  const isLast = endingContacts(assembled.interactions).at(-1) === contact;
  const what = isLast ? "It" : nameEnding(assembled, contact);
  return {
    ...unproven,
    because: `${what} was passed on, and what became of it is not recorded.`,
  };
}

/** Names the contact that decides, where the case's last contact does not, and the signs in it on both sides. */
function leftOpen({ assembled, scores }: ClosureInput): Closure {
  const open = findOpenEnding(assembled, scores);
  const because =
    open === null
      ? unproven.because
      : `${nameEnding(assembled, open)} leaves open whether it was solved.`;
  const ending = open ?? endingContacts(assembled.interactions).at(-1);
  const signs = ending === undefined ? null : findSignsOnBothSides(ending, scores);
  return signs === null
    ? { ...unproven, because }
    : { ...unproven, because: `${because} ${signs.because}`, quotes: signs.evidence };
}

function strength(proof: Closure): number {
  return closureEvidences.indexOf(proof.evidence);
}
