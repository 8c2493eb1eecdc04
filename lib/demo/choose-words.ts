import type { Chance } from "./chance";
import { formalise } from "./text/formal";
import { expand, withCapitals, type Facts } from "./text/grammar";
import { linesFor, type Lines, type Voice } from "./text/lines";
import { postLike, speakLike } from "./text/speech";

/** Sentences used so far, to avoid repetition. */
export type UsedTexts = Set<string>;

export type Speaking = {
  readonly who: "customer" | "agent";
  readonly voice: Voice;
  readonly facts: Facts;
  readonly chance: Chance;
  readonly used: UsedTexts;
  readonly isFormal: boolean;
};

const mostTries = 12;
const shortestSentence = 14;

/** Expands a template; of several tries the one with the fewest sentences used before. */
export function chooseWords(lines: Lines, speaking: Speaking): string {
  const { chance, used, voice } = speaking;
  const templates = linesFor(lines, voice);
  let best = { text: "", repeats: Infinity };
  for (let tries = 0; tries < mostTries && best.repeats > 0; tries += 1) {
    const text = write(chance.pick(templates), speaking);
    const repeats = sentencesOf(text).filter((sentence) => used.has(sentence)).length;
    if (repeats < best.repeats) best = { text, repeats };
  }
  for (const sentence of sentencesOf(best.text)) used.add(sentence);
  return best.text;
}

function write(template: string, { who, voice, facts, chance, isFormal }: Speaking): string {
  if (who === "agent") {
    const restyle = (text: string) => (isFormal ? formalise(text, chance) : text);
    return withCapitals(expand(template, facts, chance, restyle));
  }
  const text = expand(template, facts, chance);
  if (voice === "short" || voice === "social") return postLike(text, chance);
  return voice === "speech" ? speakLike(withCapitals(text), chance) : withCapitals(text);
}

/** Sentences long enough for a repetition to be noticed. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.length >= shortestSentence);
}
