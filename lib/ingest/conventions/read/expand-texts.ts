import { partsInText } from "../parts-in-text";
import { readParts, readToolCalls, type Parts } from "./read-parts";

/** How smolagents writes down the tools that a model called. */
const printedCalls = /^\s*Calling tools:\s*\n(\[[\s\S]*)$/;

/** Reads texts that are parts themselves, as text. */
export function expandTexts({ texts, toolCalls, answers, unknown }: Parts): Parts {
  const expanded: Parts = { texts: [], toolCalls, answers, unknown };
  for (const text of texts) {
    const inner = partsInText(text);
    const calls = printedCalls.exec(text)?.[1];
    if (calls !== undefined) toolCalls.push(...readToolCalls(calls));
    else if (inner === text) expanded.texts.push(text);
    else readParts(inner, expanded);
  }
  return expanded;
}
