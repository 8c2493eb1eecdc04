/**
 * Rounds every number of a value to nine significant digits, so that its text is the same on every machine: the last
 * bits of a logarithm may differ.
 */
export function roundFigures<Value>(value: Value): Value;
export function roundFigures(value: unknown): unknown {
  return rounded(value);
}

function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(9));
  if (Array.isArray(value)) return value.map((each: unknown) => rounded(each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rounded(each)]));
}
