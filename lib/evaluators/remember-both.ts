import { remember } from "./remember";

/** The same function of two objects, which computes its answer about each two of them once. */
export function rememberBoth<One extends object, Other extends object, Answer>(
  compute: (one: One, other: Other) => Answer,
): (one: One, other: Other) => Answer {
  const answersOf = remember((one: One) => remember((other: Other) => compute(one, other)));
  return (one, other) => answersOf(one)(other);
}
