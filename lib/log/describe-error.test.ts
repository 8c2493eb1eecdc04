import { expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { describeError } from "./describe-error";

it("keeps what a foreign error quotes out of the log", () => {
  const quoting = new SyntaxError('Unexpected token in "jane@example.com"');
  expect(describeError(quoting)).toBe("SyntaxError");
  expect(describeError("jane@example.com")).toBe("unknown error");
});

it("passes our own sentences on", () => {
  expect(describeError(new DomainError("busy", "Try again in a moment."))).toBe(
    "Try again in a moment.",
  );
});
