import { setFlagsFromString } from "node:v8";

/**
 * Has V8 compile patterns to machine code at once and keep all code it compiled, for the whole process: threads that
 * read and derive use some thousand patterns and functions again and again, but each seldom enough to be interpreted
 * first and dropped between two collections of garbage. Called before such a thread starts.
 */
export function keepCompiled(): void {
  setFlagsFromString("--no-regexp-tier-up");
  setFlagsFromString("--no-flush-bytecode");
}
