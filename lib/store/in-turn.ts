/** Runs pieces of work one after the other, in the order in which they were given; one that fails holds up no other. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Creates a line of work, empty at first. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    // Without its result, which would stay in memory until the next piece: of a large case that is all its spans.
    last = result.then(ignore, ignore);
    return result;
  };
}

function ignore(): void {
  // What a piece came to is its caller's alone.
}
