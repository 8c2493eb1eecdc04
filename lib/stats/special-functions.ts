const termsMax = 10_000;
const precision = 1e-16;
const tiny = 1e-300;

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** The logarithm of the gamma function for positive numbers (Lanczos 1964, g = 7, nine terms). */
export function logGamma(at: number): number {
  if (at < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * at)) - logGamma(1 - at);
  const x = at - 1;
  const sum = lanczos.reduce((all, term, index) => all + (index === 0 ? term : term / (x + index)));
  const shifted = x + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

/**
 * The regularised incomplete beta function, i.e. the CDF of the beta distribution: Lentz's continued fraction (Press
 * et al., Numerical Recipes, 6.4).
 * @param at 0 to 1; `a` and `b` positive
 */
export function betaShare(at: number, a: number, b: number): number {
  if (at <= 0) return 0;
  if (at >= 1) return 1;
  if (at > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - at, b, a);
  const logFront =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(at) + b * Math.log(1 - at);
  const fraction = continuedFraction((term) => {
    const half = Math.floor(term / 2);
    const from = a + 2 * half;
    if (term === 0) return { above: 1, below: 1 };
    return term % 2 === 0
      ? { above: (half * (b - half) * at) / ((from - 1) * from), below: 1 }
      : { above: (-(a + half) * (a + b + half) * at) / (from * (from + 1)), below: 1 };
  });
  return (Math.exp(logFront) * fraction) / a;
}

/**
 * The CDF of the chi-square distribution: the regularised incomplete gamma function, by series or continued fraction
 * (Press et al., Numerical Recipes, 6.2).
 */
export function chiSquareShare(at: number, degrees: number): number {
  if (at <= 0) return 0;
  const [a, x] = [degrees / 2, at / 2];
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < termsMax && term > sum * precision; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  return (
    1 -
    front *
      continuedFraction((term) => ({
        above: term === 0 ? 1 : -term * (term - a),
        below: x + 2 * term + 1 - a,
      }))
  );
}

/**
 * Quantile of the chi-square distribution.
 * @param share 0 to below 1
 */
export function chiSquareQuantile(share: number, degrees: number): number {
  let most = 1;
  while (chiSquareShare(most, degrees) < share) most *= 2;
  return risesTo(share, (at) => chiSquareShare(at, degrees), 0, most);
}

/** Quantile of the beta distribution. */
export function betaQuantile(share: number, a: number, b: number): number {
  return risesTo(share, (at) => betaShare(at, a, b), 0, 1);
}

/** Inverts an increasing function by bisection to machine precision. */
function risesTo(wanted: number, of: (at: number) => number, least: number, most: number): number {
  let [low, high] = [least, most];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (of(middle) < wanted) low = middle;
    else high = middle;
  }
}

type Term = { readonly above: number; readonly below: number };

/** above₀ ∕ (below₀ + above₁ ∕ (below₁ + …)), by Lentz's method. */
function continuedFraction(termAt: (term: number) => Term): number {
  const first = termAt(0);
  let value = Math.abs(first.below) < tiny ? tiny : first.below;
  let [c, d] = [value, 0];
  for (let term = 1; term < termsMax; term += 1) {
    const { above, below } = termAt(term);
    d = 1 / nonZero(below + above * d);
    c = nonZero(below + above / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < precision * 10) break;
  }
  return first.above / value;
}

function nonZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
