import { tagCount, tags, type ReadTokens } from "./read-tokens";
import { tokenKinds, type Token } from "./tokens";

export type TokenTags = { readonly read: ReadTokens; readonly nodes: Float64Array };

/** Whether a token is personal by its form in any language: a number, or a word of an address beside one. */
export function hasForm(
  text: string,
  { read: { tokens }, nodes }: TokenTags,
  at: number,
  tag: number,
): boolean {
  if (tag === tags.other) return isNumber(text, tokens[at]);
  if (tag !== tags.address) return false;
  for (let near = Math.max(0, at - reach); near <= at + reach; near += 1) {
    const kind = tokens[near]?.kind;
    const isNumber = kind === tokenKinds.number || kind === tokenKinds.mixed;
    if (isNumber && likeliest(nodes, near) === tags.address) return true;
  }
  return false;
}

const reach = 3;

/** A number, also with plain letters: beside other letters without a space it is a count or a reference. */
function isNumber(text: string, token: Token | undefined): boolean {
  if (token === undefined || token.kind === tokenKinds.word) return false;
  return /^[\0-\x7f]+$/.test(text.slice(token.start, token.end));
}

/** The likeliest tag of a token but none. */
export function likeliest(nodes: Float64Array, at: number): number {
  let best: number = tags.person;
  for (let tag = 2; tag < tagCount; tag += 1) {
    if ((nodes[at * tagCount + tag] ?? 0) > (nodes[at * tagCount + best] ?? 0)) best = tag;
  }
  return best;
}
