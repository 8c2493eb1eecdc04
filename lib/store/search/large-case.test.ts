import { expect, it } from "vitest";
import { emptyLocation } from "@/lib/testing/postgres/folder-database";
import { openWriter } from "../open-database";

/** Of 1.35 MB: more than PostgreSQL holds of one row's words. */
const words = Array.from({ length: 150_000 }, (_, at) => `sku${String(at).padStart(6, "0")}`);
const [first = "", last = ""] = [words[0], words.at(-1)];

it("finds every word of a case with more than a mebibyte of them, and forgets them with it", async () => {
  const db = await openWriter(await emptyLocation());
  await db.write(async ({ words: index }) => {
    await index.put(1, words.join(" "));
    await index.put(2, `${last} alone`);
  });
  const found = await db.read(({ words: index }) =>
    Promise.all([[first], [words[70_000] ?? ""], [last], [first, last]].map(index.listKeys)),
  );
  expect(found.map((keys) => keys.split(",").sort())).toEqual([["1"], ["1"], ["1", "2"], ["1"]]);
  await db.write(({ words: index }) => index.remove(1));
  const left = await db.read(async ({ words: index }) => [
    ...(await index.counts("", 10)),
    await index.listKeys([first]),
  ]);
  expect(left).toEqual([{ word: "alone", count: 1 }, { word: last, count: 1 }, ""]);
  await db.close();
});

it("finds words that touch a picture newer than the tables of an engine", async () => {
  const db = await openWriter(await emptyLocation());
  await db.write(async ({ words: index }) => {
    await index.put(1, "Thanks🙂 for the parcel");
    await index.put(2, "refund🤔now 🥺please");
  });
  const found = await db.read(({ words: index }) =>
    Promise.all([["thanks", "parcel"], ["refund", "now"], ["please"]].map(index.listKeys)),
  );
  expect(found).toEqual(["1", "2", "2"]);
  await db.close();
});
