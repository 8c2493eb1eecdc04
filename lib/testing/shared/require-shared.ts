import { cannotTest } from "../cannot-test";
import { findShared } from "./find-shared";

/** The path of public data next to the checkout, without which the running test is skipped. */
export function requireShared(relative: string): string {
  return findShared(relative) ?? cannotTest(`${relative} is not beside the checkout`);
}
