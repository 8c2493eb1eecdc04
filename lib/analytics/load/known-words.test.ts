import { expect, it } from "vitest";
import type { Database } from "@/lib/store/port";
import { derivedCase, derivedMessage } from "@/lib/testing/derived-case";
import { storeCases, withMemoryStore } from "@/lib/testing/memory-store";
import { knownWords, readFrequentWords } from "./known-words";

it("reads the most frequent words ahead, and again once there are twice as many cases", async () => {
  await withMemoryStore(async (db) => {
    await readFrequentWords(db, 0);
    await store(db, 0, 40, (index) => (index === 0 ? "a parcel, lost" : "a parcel"));
    await readFrequentWords(db, 40);
    expect(wordsOf(db)).toEqual(["a", "parcel"]);
    await store(db, 40, 60, () => "a refund");
    await readFrequentWords(db, 60);
    expect(wordsOf(db)).toEqual(["a", "parcel"]);
    await store(db, 60, 80, () => "a refund");
    await readFrequentWords(db, 80);
    expect(wordsOf(db)).toEqual(["a", "parcel", "refund"]);
  });
});

async function store(db: Database, from: number, until: number, words: (index: number) => string) {
  const cases = Array.from({ length: until - from }, (_, offset) => {
    const messages = [derivedMessage({ text: words(from + offset) })];
    return derivedCase({ caseId: `C-${String(from + offset)}`, messages });
  });
  await storeCases(db, cases);
}

function wordsOf(db: Database): string[] {
  return [...knownWords(db).keys()].sort();
}
