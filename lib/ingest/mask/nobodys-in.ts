import { namesOfAgent } from "@/lib/domain/privacy/agent-names";
import { wordsIn } from "@/lib/domain/privacy/named-things";
import { isPropertyName } from "./find/find-in-json";
import type { Candidate } from "./text-masker";

/** What tells of a finding in a text that it is nobody's; null where nothing does. */
export function nobodysIn(
  text: string,
  isBrokenJson: boolean,
  isInstructions: boolean,
): ((found: Candidate) => boolean) | null {
  const own = isInstructions ? new Set(namesOfAgent(text).flatMap(wordsIn)) : null;
  if (!isBrokenJson && (own === null || own.size === 0)) return null;
  return (found) =>
    (isBrokenJson && isNameOfProperty(text, found)) ||
    (found.type === "PERSON" &&
      own !== null &&
      wordsIn(text.slice(found.start, found.end)).every((word) => own.has(word)));
}

/** Words name nobody as the name of a property; numbers and addresses may be somebody's. */
function isNameOfProperty(text: string, found: Candidate): boolean {
  const isNamed = found.type === "PERSON" || found.type === "ADDRESS";
  return isNamed && isPropertyName(text, found);
}
