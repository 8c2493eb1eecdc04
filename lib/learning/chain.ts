/** A linear-chain model: weights of each tag given a token's features, and of transitions between tags. */
export type Chain = {
  readonly tags: number;
  readonly width: number;
  /** `tags - 1` per feature, in steps; the first tag's weights are all 0. */
  readonly weights: ArrayLike<number>;
  /** Value of a stored weight of 1. */
  readonly step: number;
  /** Transition weights, row by row. */
  readonly moves: ArrayLike<number>;
};

/**
 * Marginal probability of each tag at each token (`nodes`, `tags` per token), and expected count of each transition.
 */
export type Marginals = { readonly nodes: Float64Array; readonly edges: Float64Array };

/**
 * The forward-backward algorithm (Rabiner 1989), scaled at every token.
 * @param places `width` indices per token; -1 is no feature
 * @param possible per token the allowed tags as bits; a token with only the first tag needs no features
 */
export function chainMarginals(chain: Chain, places: Int32Array, possible: Uint8Array): Marginals {
  const { tags } = chain;
  const length = possible.length;
  const fits = fitsOf(chain, places, possible);
  const moves = new Float64Array(tags * tags);
  for (let slot = 0; slot < moves.length; slot += 1) moves[slot] = Math.exp(chain.moves[slot] ?? 0);
  const ahead = scratch("ahead", length * tags);
  const scales = scratch("scales", length);
  for (let token = 0; token < length; token += 1) {
    const base = token * tags;
    // A token whose only tag is the first passes no other state on.
    const isFirst = token === 0 || possible[token - 1] === onlyFirst;
    if (isFirst && possible[token] === onlyFirst) {
      scales[token] = moves[0] ?? 0;
      ahead[base] = 1;
      continue;
    }
    let total = 0;
    for (let tag = 0; tag < tags; tag += 1) {
      let sum = 0;
      if (isFirst) sum = moves[tag] ?? 0;
      else {
        for (let from = 0; from < tags; from += 1) {
          sum += (ahead[base - tags + from] ?? 0) * (moves[from * tags + tag] ?? 0);
        }
      }
      const value = sum * (fits[base + tag] ?? 0);
      ahead[base + tag] = value;
      total += value;
    }
    scales[token] = total;
    for (let tag = 0; tag < tags; tag += 1) ahead[base + tag] = (ahead[base + tag] ?? 0) / total;
  }
  return backward({ tags, fits, moves, possible, ahead, scales });
}

const onlyFirst = 1;

const kept = { fits: new Float64Array(0), ahead: new Float64Array(0), scales: new Float64Array(0) };

/** A reused buffer with undefined contents: allocating one per token would cost more than the sums. */
function scratch(name: keyof typeof kept, length: number): Float64Array {
  if (kept[name].length < length) kept[name] = new Float64Array(2 * length);
  return kept[name].subarray(0, length);
}

type Forward = {
  readonly tags: number;
  readonly fits: Float64Array;
  readonly moves: Float64Array;
  readonly possible: Uint8Array;
  readonly ahead: Float64Array;
  readonly scales: Float64Array;
};

function backward({ tags, fits, moves, possible, ahead, scales }: Forward): Marginals {
  const length = scales.length;
  const nodes = new Float64Array(length * tags);
  const edges = new Float64Array(tags * tags);
  let behind = new Float64Array(tags).fill(1);
  let next = new Float64Array(tags);
  for (let token = length - 1; token >= 0; token -= 1) {
    const base = token * tags;
    const isClosed = possible[token] === onlyFirst;
    const ends = isClosed ? 1 : tags;
    for (let tag = 0; tag < ends; tag += 1) {
      nodes[base + tag] = (ahead[base + tag] ?? 0) * (behind[tag] ?? 0);
    }
    if (token === 0) break;
    const starts = possible[token - 1] === onlyFirst ? 1 : tags;
    const scale = scales[token] ?? 1;
    for (let from = 0; from < starts; from += 1) {
      const before = ahead[base - tags + from] ?? 0;
      let sum = 0;
      for (let to = 0; to < ends; to += 1) {
        const slot = from * tags + to;
        const value = ((moves[slot] ?? 0) * (fits[base + to] ?? 0) * (behind[to] ?? 0)) / scale;
        sum += value;
        edges[slot] = (edges[slot] ?? 0) + before * value;
      }
      next[from] = sum;
    }
    [behind, next] = [next, behind];
  }
  return { nodes, edges };
}

const most = 30;

function fitsOf(
  { tags, width, weights, step }: Chain,
  places: Int32Array,
  possible: Uint8Array,
): Float64Array {
  const others = tags - 1;
  const fits = scratch("fits", possible.length * tags).fill(0);
  for (let token = 0; token < possible.length; token += 1) {
    const bits = possible[token] ?? 1;
    const base = token * tags;
    if (bits & 1) fits[base] = 1;
    if (bits === onlyFirst) continue;
    for (let other = 0; other < others; other += 1) {
      if (!(bits & (2 << other))) continue;
      let sum = 0;
      for (let each = token * width; each < (token + 1) * width; each += 1) {
        const place = places[each] ?? -1;
        if (place >= 0) sum += weights[place * others + other] ?? 0;
      }
      fits[base + other + 1] = Math.exp(Math.max(-most, Math.min(most, sum * step)));
    }
  }
  return fits;
}
