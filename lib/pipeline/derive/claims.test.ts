import { expect, it } from "vitest";
import { createClaimBoard, createClaims, setThreads } from "./claims";

const entries = Array.from({ length: 10 }, (_, index) => ({
  key: `C-${String(index)}`,
  revision: 1,
}));

it("gives each thread a share of the entries that no other holds, and again what was released", () => {
  const board = createClaimBoard();
  setThreads(board, 2);
  const [one, other] = [createClaims(board, 1), createClaims(board, 2)];
  const own = one.claim("case", entries, 32);
  const others = other.claim("case", entries, 32);
  expect(own).toEqual(entries.slice(0, 5));
  expect(others).toEqual(entries.slice(5));
  expect(other.claim("case", entries.slice(0, 5), 32)).toEqual([]);
  // An entry of another stage is another one.
  expect(other.claim("trace", entries.slice(0, 1), 32)).toHaveLength(1);
  one.release();
  expect(other.claim("case", entries.slice(0, 5), 32)).toEqual(entries.slice(0, 3));
});

it("claims no more than it was told, and all of few entries where one thread works", () => {
  const board = createClaimBoard();
  const claims = createClaims(board, 1);
  expect(claims.claim("case", entries, 3)).toHaveLength(3);
  expect(claims.claim("case", entries, 32)).toEqual(entries);
});
