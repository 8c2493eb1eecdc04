const remembered = 8;
const halvingsMax = 30;

/**
 * Minimises a smooth function by L-BFGS (Nocedal & Wright, algorithm 7.5) with backtracking line search.
 * @param start initial point; not modified
 * @param lossAt returns the value and writes the gradient into its second argument
 * @param stepsMax maximum number of steps
 * @returns the lowest point found
 */
export function minimise(
  start: Float64Array,
  lossAt: (at: Float64Array, slope: Float64Array) => number,
  stepsMax: number,
): Float64Array {
  let at: Float64Array = start.slice();
  let slope: Float64Array = new Float64Array(at.length);
  let loss = lossAt(at, slope);
  const steps: Step[] = [];
  for (let step = 0; step < stepsMax; step += 1) {
    const direction = directionFrom(slope, steps);
    const descent = dot(direction, slope);
    if (descent > -1e-12) break;
    let length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
    let next = along(at, direction, length);
    let nextSlope: Float64Array = new Float64Array(at.length);
    let nextLoss = lossAt(next, nextSlope);
    for (
      let cut = 0;
      cut < halvingsMax && !(nextLoss <= loss + 1e-4 * length * descent);
      cut += 1
    ) {
      length /= 2;
      next = along(at, direction, length);
      nextSlope = new Float64Array(at.length);
      nextLoss = lossAt(next, nextSlope);
    }
    if (!(nextLoss < loss)) break;
    remember(steps, difference(next, at), difference(nextSlope, slope));
    const gain = loss - nextLoss;
    [at, slope, loss] = [next, nextSlope, nextLoss];
    if (gain < 1e-7 * Math.max(1, Math.abs(loss))) break;
  }
  return at;
}

/** A step and the change of the gradient along it. */
type Step = {
  readonly moved: Float64Array;
  readonly bent: Float64Array;
  readonly curvature: number;
};

function remember(steps: Step[], moved: Float64Array, bent: Float64Array): void {
  const curvature = dot(moved, bent);
  if (curvature <= 1e-12) return;
  steps.push({ moved, bent, curvature });
  if (steps.length > remembered) steps.shift();
}

function directionFrom(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = Float64Array.from(slope, (value) => -value);
  const shares: number[] = [];
  for (const { moved, bent, curvature } of steps.toReversed()) {
    const share = dot(moved, direction) / curvature;
    shares.push(share);
    addTo(direction, bent, -share);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = last.curvature / dot(last.bent, last.bent);
    for (let index = 0; index < direction.length; index += 1) {
      direction[index] = (direction[index] ?? 0) * scale;
    }
  }
  for (const { moved, bent, curvature } of steps) {
    addTo(direction, moved, (shares.pop() ?? 0) - dot(bent, direction) / curvature);
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function along(at: Float64Array, direction: Float64Array, length: number): Float64Array {
  return Float64Array.from(at, (value, index) => value + length * (direction[index] ?? 0));
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.from(a, (value, index) => value - (b[index] ?? 0));
}

function addTo(target: Float64Array, source: Float64Array, times: number): void {
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) + times * (source[index] ?? 0);
  }
}
