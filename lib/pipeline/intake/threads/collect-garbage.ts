import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Makes the function that collects this thread's garbage at once, which takes as long as what lives is large: for a thread
 * on which nobody waits. V8 itself keeps buffers and texts of a hundred megabytes until much else was allocated.
 */
export function createGarbageCollection(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
