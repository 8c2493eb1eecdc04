import { seededNumbers } from "./seeded-numbers";
import { chainMarginals, type Chain, type Marginals } from "./chain";

/** A training sequence: each token's features and allowed tags. */
export type ChainExample = {
  /** `width` indices per token, concatenated. */
  readonly places: Int32Array;
  /** Per token the allowed tags as bits: one if labelled, several if unknown. */
  readonly allowed: Uint8Array;
  /** Per token the possible tags as bits: 1 if only tag 0 is. */
  readonly possible: Uint8Array;
  readonly weight: number;
};

export type ChainOptions = {
  readonly tags: number;
  /** Size of the feature space; each index has a weight for every tag but the first. */
  readonly size: number;
  readonly width: number;
  readonly epochs: number;
  readonly rate: number;
  /** Positions below `width` whose features are dropped at random in training, and the share. */
  readonly dropped: { readonly positions: ReadonlySet<number>; readonly share: number };
  readonly seed: number;
};

/**
 * Fits a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) by AdaGrad (Duchi, Hazan &
 * Singer 2011) from zero; the same examples in the same order give the same chain.
 */
export function fitChain(examples: readonly ChainExample[], options: ChainOptions): Chain {
  const { tags, size, width, epochs, rate, dropped, seed } = options;
  const random = seededNumbers(seed);
  const others = tags - 1;
  const weights = new Float32Array(size * others);
  const squares = new Float32Array(size * others).fill(1e-2);
  const moves = new Float64Array(tags * tags);
  const moveSquares = new Float64Array(tags * tags).fill(1e-2);
  const chain: Chain = { tags, width, weights, step: 1, moves };
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const places = drop(example.places, width, dropped, random);
      const free = chainMarginals(chain, places, example.possible);
      const held = heldMarginals(chain, places, example.allowed);
      const scale = example.weight;
      for (let token = 0; token < example.allowed.length; token += 1) {
        if (example.possible[token] === 1) continue;
        for (let tag = 1; tag < tags; tag += 1) {
          const at = token * tags + tag;
          const pull = scale * ((free.nodes[at] ?? 0) - (held.nodes[at] ?? 0));
          if (pull < 1e-4 && pull > -1e-4) continue;
          const square = pull * pull;
          for (let each = token * width; each < (token + 1) * width; each += 1) {
            const place = places[each] ?? -1;
            if (place < 0) continue;
            const slot = place * others + tag - 1;
            const sum = (squares[slot] ?? 0) + square;
            squares[slot] = sum;
            weights[slot] = (weights[slot] ?? 0) - (rate * pull) / Math.sqrt(sum);
          }
        }
      }
      for (let slot = 0; slot < moves.length; slot += 1) {
        const pull = scale * ((free.edges[slot] ?? 0) - (held.edges[slot] ?? 0));
        const sum = (moveSquares[slot] ?? 0) + pull * pull;
        moveSquares[slot] = sum;
        moves[slot] = (moves[slot] ?? 0) - (rate * pull) / Math.sqrt(sum);
      }
    }
  }
  return chain;
}

/** If every token's tag is known, marginals are trivial. */
function heldMarginals(chain: Chain, places: Int32Array, allowed: Uint8Array): Marginals {
  const { tags } = chain;
  if (allowed.some((bits) => (bits & (bits - 1)) !== 0)) {
    return chainMarginals(chain, places, allowed);
  }
  const nodes = new Float64Array(allowed.length * tags);
  const edges = new Float64Array(tags * tags);
  let before = -1;
  allowed.forEach((bits, token) => {
    const tag = 31 - Math.clz32(bits);
    nodes[token * tags + tag] = 1;
    if (before >= 0) edges[before * tags + tag] = (edges[before * tags + tag] ?? 0) + 1;
    before = tag;
  });
  return { nodes, edges };
}

function drop(
  places: Int32Array,
  width: number,
  { positions, share }: ChainOptions["dropped"],
  random: () => number,
): Int32Array {
  if (share === 0) return places;
  const kept = places.slice();
  for (let token = 0; token < places.length; token += width) {
    if (random() >= share) continue;
    for (const position of positions) kept[token + position] = -1;
  }
  return kept;
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
