/** A linear chain of tags: how well each tag fits a token's features, and how well it follows the one before. */
export type Chain = {
  readonly tags: number;
  /** Features a token. */
  readonly width: number;
  /** `tags - 1` a place; the first tag's weights are all 0. */
  readonly weights: ArrayLike<number>;
  /** From tag to tag, row by row. */
  readonly moves: ArrayLike<number>;
};

/** How probable each tag is at each token (`nodes`, `tags` a token), and how often each move is expected. */
export type Marginals = { readonly nodes: Float64Array; readonly edges: Float64Array };

/**
 * The forward-backward algorithm (Rabiner 1989), scaled at every token.
 * @param places `width` a token; -1 is no feature
 * @param possible for each token the bits of the tags it may have; a token that may only have the first needs no features
 */
export function chainMarginals(chain: Chain, places: Int32Array, possible: Uint8Array): Marginals {
  const { tags } = chain;
  const length = possible.length;
  const fits = fitsOf(chain, places, possible);
  const moves = Float64Array.from({ length: tags * tags }, (_, slot) =>
    Math.exp(chain.moves[slot] ?? 0),
  );
  const ahead = new Float64Array(length * tags);
  const scales = new Float64Array(length);
  for (let token = 0; token < length; token += 1) {
    let total = 0;
    for (let tag = 0; tag < tags; tag += 1) {
      let sum = token === 0 ? (moves[tag] ?? 0) : 0;
      for (let from = 0; token > 0 && from < tags; from += 1) {
        sum += (ahead[(token - 1) * tags + from] ?? 0) * (moves[from * tags + tag] ?? 0);
      }
      const value = sum * (fits[token * tags + tag] ?? 0);
      ahead[token * tags + tag] = value;
      total += value;
    }
    scales[token] = total;
    for (let tag = 0; tag < tags; tag += 1) {
      ahead[token * tags + tag] = (ahead[token * tags + tag] ?? 0) / total;
    }
  }
  return backward(tags, fits, moves, ahead, scales);
}

function backward(
  tags: number,
  fits: Float64Array,
  moves: Float64Array,
  ahead: Float64Array,
  scales: Float64Array,
): Marginals {
  const length = scales.length;
  const nodes = new Float64Array(length * tags);
  const edges = new Float64Array(tags * tags);
  let behind = new Float64Array(tags).fill(1);
  for (let token = length - 1; token >= 0; token -= 1) {
    for (let tag = 0; tag < tags; tag += 1) {
      nodes[token * tags + tag] = (ahead[token * tags + tag] ?? 0) * (behind[tag] ?? 0);
    }
    if (token === 0) break;
    const next = new Float64Array(tags);
    for (let from = 0; from < tags; from += 1) {
      for (let to = 0; to < tags; to += 1) {
        const value =
          ((moves[from * tags + to] ?? 0) * (fits[token * tags + to] ?? 0) * (behind[to] ?? 0)) /
          (scales[token] ?? 1);
        next[from] = (next[from] ?? 0) + value;
        const edge = (ahead[(token - 1) * tags + from] ?? 0) * value;
        edges[from * tags + to] = (edges[from * tags + to] ?? 0) + edge;
      }
    }
    behind = next;
  }
  return { nodes, edges };
}

const most = 30;

function fitsOf(
  { tags, width, weights }: Chain,
  places: Int32Array,
  possible: Uint8Array,
): Float64Array {
  const others = tags - 1;
  const fits = new Float64Array(possible.length * tags);
  for (let token = 0; token < possible.length; token += 1) {
    const bits = possible[token] ?? 1;
    const base = token * tags;
    if (bits & 1) fits[base] = 1;
    if (bits === 1) continue;
    for (let each = token * width; each < (token + 1) * width; each += 1) {
      const place = places[each] ?? -1;
      if (place < 0) continue;
      for (let other = 0; other < others; other += 1) {
        fits[base + other + 1] =
          (fits[base + other + 1] ?? 0) + (weights[place * others + other] ?? 0);
      }
    }
    for (let tag = 1; tag < tags; tag += 1) {
      const sum = Math.max(-most, Math.min(most, fits[base + tag] ?? 0));
      fits[base + tag] = bits & (1 << tag) ? Math.exp(sum) : 0;
    }
  }
  return fits;
}
