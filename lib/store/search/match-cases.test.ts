import { expect, it } from "vitest";
import { derivedCase } from "@/lib/testing/derived-case";
import { storeCases, withMemoryStore } from "@/lib/testing/memory-store";
import { matchIds } from "./match-cases";

it("finds a case by the beginning of its id, and by all of it without its dashes", async () => {
  await withMemoryStore(async (db) => {
    await storeCases(db, [derivedCase({ caseId: "CS-49-381" }), derivedCase({ caseId: "CS-7" })]);
    const found = async (text: string) =>
      [...new Set((await matchIds(db, text)).join().split(","))].filter((key) => key !== "").sort();
    expect(await found("cs-4")).toEqual(["1"]);
    expect(await found("CS-")).toEqual(["1", "2"]);
    expect(await found("cs49381")).toEqual(["1"]);
    expect(await found("CS4938")).toEqual([]);
  });
});
