/**
 * Writes the amounts of some places in order: of cases by key, of their children by row. NaN where one is unknown.
 * Each kind of column has a reader of its own: one for all kinds tests the kind of each value.
 */
export type ReadAmounts = (places: Uint32Array, into: Float64Array) => void;

const secondUs = 1_000_000;

/** Reads seconds, as microseconds. */
export function readSeconds(column: Float32Array): ReadAmounts {
  return (places, into) => {
    for (let at = 0; at < places.length; at += 1) {
      into[at] = (column[places[at] ?? 0] ?? NaN) * secondUs;
    }
  };
}

/** Reads whole numbers. */
export function readCounts(column: Uint32Array): ReadAmounts {
  return (places, into) => {
    for (let at = 0; at < places.length; at += 1) into[at] = column[places[at] ?? 0] ?? NaN;
  };
}

/** Reads the time from one instant to another. */
export function readBetween(fromUs: Float64Array, untilUs: Float64Array): ReadAmounts {
  return (places, into) => {
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      into[at] = (untilUs[place] ?? NaN) - (fromUs[place] ?? NaN);
    }
  };
}

/** Reads a function's values. */
export function readEach(amountOf: (place: number) => number): ReadAmounts {
  return (places, into) => {
    for (let at = 0; at < places.length; at += 1) into[at] = amountOf(places[at] ?? 0);
  };
}
