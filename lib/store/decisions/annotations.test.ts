import { expect, it } from "vitest";
import type { NewAnnotation } from "@/lib/domain/settings/annotation";
import { withMemoryStore } from "@/lib/testing/memory-store";
import {
  addAnnotation,
  readAnnotationFacts,
  readAnnotations,
  removeAnnotation,
} from "./annotations";

const outage: NewAnnotation & { readonly author: string } = {
  ...{ kind: "outage", fromUs: 10, toUs: 20, text: "Payments were down", author: "ann" },
};

it("keeps annotations and lists those that reach into a time, by when they begin", async () => {
  await withMemoryStore(async (db) => {
    const range = await addAnnotation(db, outage, 5);
    const release = {
      kind: "release",
      fromUs: 15,
      toUs: null,
      text: "v12",
      author: "ben",
    } as const;
    const point = await addAnnotation(db, release, 6);
    const idsIn = async (fromUs: number, toUs: number) =>
      (await readAnnotations(db, fromUs, toUs)).map(({ id }) => id);
    expect(await readAnnotations(db, 0, 100)).toEqual([
      { ...outage, id: range, createdUs: 5 },
      { ...release, id: point, createdUs: 6 },
    ]);
    expect(await idsIn(16, 30)).toEqual([range]);
    expect(await idsIn(15, 16)).toEqual([range, point]);
    expect(await idsIn(20, 30)).toEqual([]);
    expect(await idsIn(0, 10)).toEqual([]);
  });
});

it("removes an annotation once, and returns it before without its text", async () => {
  await withMemoryStore(async (db) => {
    const id = await addAnnotation(db, outage, 5);
    expect(await readAnnotationFacts(db, id)).toEqual({ kind: "outage", fromUs: 10, toUs: 20 });
    expect(await removeAnnotation(db, id)).toBe(true);
    expect(await removeAnnotation(db, id)).toBe(false);
    expect(await readAnnotationFacts(db, id)).toBeNull();
  });
});
