import { createTagger, type Tagger } from "./tagger";
import stored from "./weights.gen.json";

let tagger: Tagger | null = null;

/** The tagger with the shipped weights, created at first use. */
export function shippedTagger(): Tagger {
  tagger ??= createTagger(stored);
  return tagger;
}
