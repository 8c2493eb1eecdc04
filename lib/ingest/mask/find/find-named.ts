import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

/** Words that end a name, or show that none follows: "my name is on the order", "my name is spelled wrong". */
const ends =
  "and|but|or|with|for|from|i|i'm|im|calling|here|on|in|at|not|the|a|an|my|your|is|was|as|spelled|spelt|misspelled|wrong|correct|incorrect|still|also|now|listed|missing|that|this|to|so|please|thanks|thank|can|could|what|it|it's|if|registered|under|because|when|then|never|different|same|we|you|he|she|they|have|need|want|would|phone|email|address|zip|account|number|dob|ssn";
const named = new RegExp(
  `\\bmy (?:full |first |last |real |legal |middle |sur)?name(?:['’]s| is|:)\\s+(?<value>(?!(?:${ends})\\b)\\p{L}[\\p{L}\\p{M}'’-]+(?:[ ](?!(?:${ends})\\b)(?:\\p{L}\\.|\\p{L}[\\p{L}\\p{M}'’-]*)){0,2})(?![\\p{L}\\p{N}_<])`,
  "giu",
);

const mayBeNamed = /name/i;

/** Finds the name after "my name is …", whatever it is. */
export function findNamed(text: string): Candidate[] {
  if (!mayBeNamed.test(text)) return [];
  const found: Candidate[] = [];
  eachMatch(named, text, (match) => {
    const written = match.groups?.value ?? "";
    const value = written.replace(/(?<![.'’-])[.'’-]+$/, "");
    const start = match.index + match[0].length - written.length;
    found.push({ type: "PERSON", start, end: start + value.length, value: normaliseWords(value) });
  });
  return found;
}
