import { DomainError } from "@/lib/domain/domain-error";

/** A file that cannot be read line by line is read whole, up to this size; so is a line. */
export const wholeFileBytesMax = 256 * 1024 * 1024;

/** Says that a file is too large, and what can be larger. @param instead what to do, in place of JSON Lines */
export function wholeFileError(name: string, instead = "give it as JSON Lines"): DomainError {
  return new DomainError(
    "too-large",
    `${name} is larger than 256 MB, and what it holds is read at once; ${instead}.`,
  );
}
