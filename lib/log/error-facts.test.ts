import { expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { innermostCause } from "./error-facts";

it("finds what happened below what quotes what was asked", () => {
  const cause = new RangeError("too deep");
  expect(innermostCause(new Error("SELECT 'jane'", { cause: new Error("", { cause }) }))).toBe(
    cause,
  );
});

it("goes no deeper than a sentence of ours", () => {
  const refused = Object.assign(new Error("connect 10.0.0.7:5432"), { code: "ECONNREFUSED" });
  const ours = new DomainError("unavailable", "PostgreSQL does not answer.", { cause: refused });
  expect(innermostCause(new Error("SELECT 'jane'", { cause: ours }))).toBe(ours);
});
