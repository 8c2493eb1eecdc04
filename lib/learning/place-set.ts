/** Collects places of features, each once, in the order in which they came first. */
export type PlaceSet = {
  readonly add: (place: number) => void;
  /** What was collected; the next text begins anew. */
  readonly take: () => Int32Array;
};

/**
 * Makes a collector that is used for one text after another: a number for each place says which text had it last,
 * so that nothing is hashed twice and nothing has to be cleared.
 * @param size places are from 0 up to, not including, this
 */
export function createPlaceSet(size: number): PlaceSet {
  const lastText = new Uint32Array(size);
  let text = 1;
  let places = new Int32Array(1024);
  let count = 0;
  return {
    add(place) {
      if (lastText[place] === text) return;
      lastText[place] = text;
      if (count === places.length) {
        const longer = new Int32Array(count * 2);
        longer.set(places);
        places = longer;
      }
      places[count] = place;
      count += 1;
    },
    take() {
      const taken = places.slice(0, count);
      count = 0;
      text += 1;
      if (text > 0xffffffff) {
        lastText.fill(0);
        text = 1;
      }
      return taken;
    },
  };
}
