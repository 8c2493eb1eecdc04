import { expect, it, vi } from "vitest";
import { endParts, type Parts } from "./end-parts";

const next = () => ({ done: true as const, value: undefined });

it.each<[string, Parts<unknown> | undefined]>([
  ["that throws at its end", { next, return: () => fail() }],
  ["that fails at its end", { next, return: () => Promise.resolve().then(fail) }],
  ["that has no end", { next }],
  ["that was ended before", undefined],
])("ends a decoding %s", async (_, parts) => {
  await expect(endParts(parts)).resolves.toBeUndefined();
});

it("asks for the end", async () => {
  const end = vi.fn();
  await endParts({ next, return: end });
  expect(end).toHaveBeenCalledOnce();
});

function fail(): never {
  throw new Error("The file is gone.");
}
