/** Collects distinct feature indices in order of first occurrence. */
export type PlaceSet = {
  readonly add: (place: number) => void;
  readonly addAll: (places: readonly number[]) => void;
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
  const reserve = (more: number) => {
    if (count + more <= places.length) return;
    const longer = new Int32Array((count + more) * 2);
    longer.set(places);
    places = longer;
  };
  return {
    add: (place) => {
      if (lastText[place] === text) return;
      lastText[place] = text;
      reserve(1);
      places[count] = place;
      count += 1;
    },
    addAll: (added) => {
      reserve(added.length);
      // The closure's variables are slower than these.
      const [last, now, kept] = [lastText, text, places];
      let next = count;
      for (const place of added) {
        if (last[place] === now) continue;
        last[place] = now;
        kept[next] = place;
        next += 1;
      }
      count = next;
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
