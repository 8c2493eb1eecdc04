import { expect, it } from "vitest";
import type { Act } from "@/lib/domain/acts/act";
import examples from "./model/examples.gen.json";
import limits from "./model/limits.gen.json";
import pieces from "./model/vocabulary.gen.json";
import { questionOf, type ActQuestion } from "./questions";
import { readQuestion, type RunModel } from "./read-question";
import { actReader } from "./server";
import { createTokenizer } from "./tokenizer";

type Example = ActQuestion & { readonly acts: readonly Act[] };

it("reads what the program that trained the model reads in its examples", async () => {
  const reader = await actReader();
  const differing = [];
  for (const { acts, ...question } of examples as readonly Example[]) {
    const read = (await reader.read(questionOf(question)))?.read.map(({ act }) => act);
    if (JSON.stringify(read) !== JSON.stringify(acts)) differing.push([question.text, acts, read]);
  }
  expect(differing).toEqual([]);
});

it("reads a message alike wherever its pseudonyms come from, and whatever was read before it", async () => {
  const reader = await actReader();
  const ask = (digits: string) =>
    questionOf({
      ...{ speaker: "agent", language: null, before: "" },
      text: `Hello <PERSON:${digits}>. I have cancelled your order and sent the refund. Have a nice day.`,
    });
  const question = ask("0123456789abcdef");
  expect(question).toEqual(ask("fedcba9876543210"));
  const first = await reader.read(question);
  await reader.read(questionOf({ speaker: "customer", language: "en", before: "", text: "STOP" }));
  expect(await reader.read(question)).toEqual(first);
  const carrier = first?.read.find(({ act }) => act === "a.claims_done");
  expect(carrier).toMatchObject({ start: 33, end: 81 });
});

it("does not read a language that was not measured", async () => {
  const reader = await actReader();
  const text = "Račun nije dobar, molim vas ispravite ga.";
  expect(await reader.read({ speaker: "customer", language: "hr", before: "", text })).toBeNull();
});

it("reads a long message some sentences at a time, and bounds how often", async () => {
  const asked: number[] = [];
  const run: RunModel = (ids) => {
    asked.push(ids.length);
    return Promise.resolve({
      probabilities: new Float32Array(36),
      shares: new Float32Array(ids.length * 36),
    });
  };
  const text = "The parcel left the depot in the morning and has not come since. ".repeat(200);
  const question = { speaker: "agent" as const, language: "en", before: "", text };
  await readQuestion(question, { tokenizer: createTokenizer(pieces), limits, run });
  expect(asked).toHaveLength(16);
  expect(Math.max(...asked)).toBeLessThanOrEqual(128);
});
