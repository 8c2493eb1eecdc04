/** Runs pieces of work one after the other, in the order in which they were given; one that fails holds up no other. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Creates a line of work, empty at first. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
