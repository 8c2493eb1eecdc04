import { remember } from "./remember";

/** Memoises a function of two objects in weak maps. */
export function rememberBoth<One extends object, Other extends object, Answer>(
  compute: (one: One, other: Other) => Answer,
): (one: One, other: Other) => Answer {
  const answersOf = remember((one: One) => remember((other: Other) => compute(one, other)));
  return (one, other) => answersOf(one)(other);
}
