import { expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { describeError } from "./describe-error";

it("keeps what a foreign error quotes out of the log", () => {
  const quoting = new SyntaxError('Unexpected token in "jane@example.com"');
  expect(describeError(quoting)).toBe("SyntaxError");
  expect(describeError("jane@example.com")).toBe("unknown error");
});

it.each([
  ["ENOSPC", "Error (ENOSPC)"],
  ["42P01", "Error (42P01)"],
  ["4111111111111111", "Error"],
  ["jane", "Error"],
])("has of a foreign error the code %s where it is one", (code, words) => {
  expect(describeError(Object.assign(new Error("jane@example.com"), { code }))).toBe(words);
});

it("passes our own sentences on", () => {
  expect(describeError(new DomainError("busy", "Try again in a moment."))).toBe(
    "Try again in a moment.",
  );
});
