import type { Message } from "@/lib/domain/case/case";
import { figuresOf } from "../returned-figures/check-figures";
import { readTokens } from "./read-tokens";

/** "I've credited", "we will send": the agent's own acts are in no passage. */
const ownAct =
  /^\W*(?:(?:ok(?:ay)?|so|now|yes|no|well|right|also|and|alright|sure|great|good news)\b\W*)*(?:i|we|i['’](?:ve|ll|m|d)|we['’](?:ve|ll|re|d)|let me)\b/i;

/**
 * Whether passages are not expected to support a claim: the agent reports their own acts, or names
 * only figures that a tool returned or the customer gave. Only for agents that call tools; a pure
 * retrieval agent has nothing else to report.
 * @param before messages and tool results of the contact before the answer
 */
export function isOwnMatter(claim: string, before: readonly Message[]): boolean {
  if (!before.some(({ tool }) => tool !== null)) return false;
  if (ownAct.test(claim)) return true;
  const figures = readTokens(claim).filter(({ kind }) => kind === "number");
  const sources = before.filter(({ speaker }) => speaker !== "agent").map(figuresOf);
  return (
    figures.length > 0 && figures.every(({ key }) => sources.some((source) => source.has(key)))
  );
}
