import { expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { reportFault } from "./report-fault";

const codeOf = (error: Error) =>
  reportFault(() => Promise.reject(error)).catch((thrown: unknown) => (thrown as Error).message);

it("says what is wrong with the storage, and of any other error nothing but that it failed", async () => {
  const full = new DomainError("unavailable", "The disk is full, so …", {
    fault: "storage-unavailable",
  });
  expect(await codeOf(full)).toBe("storage-unavailable");
  expect(await codeOf(new Error("ada@example.com"))).toBe("failed");
  expect(await reportFault(() => Promise.resolve(1))).toBe(1);
});
