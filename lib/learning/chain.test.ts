import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainMarginals, type Chain } from "./chain";
import { fitChain } from "./fit-chain";

const tags = 3;
const size = 4;

/** Summed weight of all tag sequences that have `tag` at `token`. */
function byCounting(
  chain: Chain,
  places: readonly number[],
  possible: readonly number[],
): number[] {
  const sums = new Array<number>(possible.length * tags).fill(0);
  let total = 0;
  for (let code = 0; code < tags ** possible.length; code += 1) {
    const own = possible.map((_, token) => Math.floor(code / tags ** token) % tags);
    if (own.some((tag, token) => ((possible[token] ?? 0) & (1 << tag)) === 0)) continue;
    let score = chain.moves[own[0] ?? 0] ?? 0;
    own.forEach((tag, token) => {
      if (token > 0) score += chain.moves[(own[token - 1] ?? 0) * tags + tag] ?? 0;
      if (tag > 0) score += chain.weights[(places[token] ?? 0) * (tags - 1) + tag - 1] ?? 0;
    });
    total += Math.exp(score);
    own.forEach((tag, token) => {
      sums[token * tags + tag] = (sums[token * tags + tag] ?? 0) + Math.exp(score);
    });
  }
  return sums.map((sum) => sum / total);
}

describe("chainMarginals", () => {
  it("gives each tag the share that counting every sequence gives it", () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    const many = (length: number) => fc.array(number, { minLength: length, maxLength: length });
    const token = fc.tuple(fc.nat(size - 1), fc.constantFrom(1, 4, 5, 6, 7));
    fc.assert(
      fc.property(
        many(size * (tags - 1)),
        many(tags * tags),
        fc.array(token, { minLength: 1, maxLength: 5 }),
        (weights, moves, tokens) => {
          const chain: Chain = { tags, width: 1, weights, step: 1, moves };
          const places = tokens.map(([place]) => place);
          const possible = tokens.map(([, bits]) => bits);
          const { nodes } = chainMarginals(
            chain,
            Int32Array.from(places),
            Uint8Array.from(possible),
          );
          byCounting(chain, places, possible).forEach((share, index) => {
            expect(nodes[index]).toBeCloseTo(share, 6);
          });
        },
      ),
    );
  });
});

describe("fitChain", () => {
  const options = {
    tags,
    size,
    width: 1,
    epochs: 60,
    rate: 0.5,
    dropped: { positions: new Set<number>(), share: 0 },
    seed: 1,
  };
  /** After feature 1, feature 2 means tag 2; elsewhere tag 1. */
  const example = (places: number[], own: number[]) => ({
    places: Int32Array.from(places),
    allowed: Uint8Array.from(own, (tag) => 1 << tag),
    possible: new Uint8Array(places.length).fill(7),
    weight: 1,
  });
  const examples = [
    example([0, 2, 0], [0, 1, 0]),
    example([1, 2, 0], [2, 2, 0]),
    example([0, 0, 1], [0, 0, 2]),
  ];

  it("learns from neighbouring tokens", () => {
    const chain = fitChain(examples, options);
    const { nodes } = chainMarginals(chain, Int32Array.from([1, 2, 0]), new Uint8Array(3).fill(7));
    expect(nodes[tags + 2]).toBeGreaterThan(0.8);
    const alone = chainMarginals(chain, Int32Array.from([0, 2]), new Uint8Array(2).fill(7));
    expect(alone.nodes[tags + 1]).toBeGreaterThan(0.8);
  });

  it("gives the same chain for the same examples", () => {
    const fit = () => Array.from(fitChain(examples, { ...options }).weights);
    expect(fit()).toEqual(fit());
  });
});
