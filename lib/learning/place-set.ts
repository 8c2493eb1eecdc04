/** Collects distinct feature indices in order of first occurrence. */
export type PlaceSet = {
  readonly add: (place: number) => void;
  /** Returns the collected indices and starts over. */
  readonly take: () => Int32Array;
};

/** Texts that a byte can tell apart. */
const textsMax = 255;

/**
 * Creates a collector that is reused for one text after another: it stores per index, in a byte, the last text that
 * had it, so that nothing is hashed and little is cleared.
 * @param size indices are below this
 */
export function createPlaceSet(size: number): PlaceSet {
  const lastText = new Uint8Array(size);
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
      if (text > textsMax) {
        lastText.fill(0);
        text = 1;
      }
      return taken;
    },
  };
}
