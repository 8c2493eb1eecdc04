import { createTagger, type Tagger } from "./tagger";
import stored from "./weights.gen.json";

let tagger: Tagger | null = null;

/** The tagger with the weights that are shipped, made when it is first needed. */
export function shippedTagger(): Tagger {
  tagger ??= createTagger(stored);
  return tagger;
}
