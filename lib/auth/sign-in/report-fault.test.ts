import { expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { signInProblem } from "@/lib/format/layout/sign-in-words";
import { reportFault } from "./report-fault";

const problemOf = (error: Error) =>
  reportFault(() => Promise.reject(error)).catch((thrown: unknown) => {
    const { message } = thrown as Error;
    expect(message).toMatch(/^[a-z-]+$/u);
    return signInProblem(message);
  });

it("says what is wrong with the storage, and of any other error nothing but that it failed", async () => {
  const full = new DomainError("unavailable", "The disk is full, so …", {
    fault: "storage-unavailable",
  });
  expect(await problemOf(full)).toContain("disk is full");
  expect(await problemOf(new Error("ada@example.com"))).toBe(
    "The sign-in did not work. Try again.",
  );
  expect(await reportFault(() => Promise.resolve(1))).toBe(1);
});
