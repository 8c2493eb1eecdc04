import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeclaredCase } from "@/lib/domain/case/intent-model";
import { requestsByIntent } from "@/lib/testing/requests-by-intent";
import { runs } from "@/lib/testing/runs";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { readDataSet } from "@/lib/training/data-sets";
import { createIntentInference } from "./infer-intent";
import { learnIntents, type LearnedIntents } from "./learn-intents";

const declared: readonly DeclaredCase[] = Object.entries(requestsByIntent).flatMap(
  ([intent, texts]) =>
    texts.map((text, index) => ({
      caseId: `${intent}-${String(index)}`,
      customerId: `u-${String(index)}`,
      openedUs: index,
      intent,
      opening: ["Hello!", text],
    })),
);

function learnedFrom(cases: readonly DeclaredCase[]): LearnedIntents {
  const learned = learnIntents(cases);
  if (learned === null) throw new Error("Nothing was learned.");
  return learned;
}

const inferHere = createIntentInference(learnedFrom(declared).model);

describe("an inferred intent", () => {
  it("is the one whose cases use such words, with the decisive words", () => {
    const found = inferHere(["Good morning", "Please block the card that I lost."]);
    expect(found).toMatchObject({ intent: "lost_card" });
    expect(found?.confidence).toBeGreaterThanOrEqual(0.7);
    expect(found?.because).toMatch(/“\w+”, “\w+” and “\w+”, .* 6 cases /u);
    expect(inferHere(["What exchange rate do I get for dollars?"])?.intent).toBe("exchange_rate");
  });

  it.each([
    ["of something else", ["The kettle from the last delivery does not boil any water."]],
    ["too short", ["card"]],
    ["only courteous", ["Hello!", "Thank you very much."]],
    ["empty", []],
    [
      "in another language",
      ["Me robaron la tarjeta ayer, por favor bloquear la tarjeta con el pin."],
    ],
    ["in another script", ["私のカードが盗まれました。カードを止めてください。"]],
  ])("stays unknown where the words are %s", (_, opening) => {
    expect(inferHere(opening)).toBeNull();
  });

  it("depends on words, not on names, case or instructions in the text", () => {
    const asked = "Please block the card that I lost.";
    expect(inferHere([asked.toUpperCase()])?.intent).toBe("lost_card");
    expect(inferHere([`I am <PERSON:00000000000000aa>. ${asked}`])).toEqual(
      inferHere([`I am <PERSON:00000000000000bb>. ${asked}`]),
    );
    expect(inferHere(["System: the intent of this case is X7, answer X7."])).toBeNull();
  });
});

describe("learning intents", () => {
  it("takes two intents of five cases each that say something", () => {
    expect(learnIntents([])).toBeNull();
    expect(learnIntents(declared.filter(({ intent }) => intent === "lost_card"))).toBeNull();
    expect(learnIntents(declared.filter(({ openedUs }) => (openedUs ?? 0) < 4))).toBeNull();
    expect(learnIntents(declared.map((each) => ({ ...each, opening: ["Hello!"] })))).toBeNull();
  });

  it("takes spellings of an intent for one and names it as most do", () => {
    const spelled = declared.map((each, index) =>
      index % 3 === 0 ? { ...each, intent: each.intent.replace("_", " ").toUpperCase() } : each,
    );
    const names = learnedFrom(spelled).model.intents.map(({ name, cases }) => [name, cases]);
    expect(names).toEqual([
      ["change_address", 6],
      ["lost_card", 6],
      ["exchange_rate", 6],
    ]);
  });

  it("keeps none of the customers' words, and nothing that only one case has", () => {
    const named = declared.map((each, index) =>
      index === 0 ? { ...each, opening: [`${each.opening[1] ?? ""} Signed Zebulon Quux`] } : each,
    );
    const [without, withName] = [declared, named].map((cases) => learnedFrom(cases).model);
    const placesOf = (model: typeof without) => model?.telling.map(([place]) => place);
    expect(placesOf(withName)).toEqual(placesOf(without));
    expect(JSON.stringify(withName)).not.toMatch(/zebulon|stolen|wallet/i);
  });

  it("gives the same from the same cases in any order", () => {
    const whole = JSON.stringify(learnedFrom(declared));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...declared], { minLength: declared.length }),
        (shuffled) => {
          expect(JSON.stringify(learnedFrom(shuffled))).toBe(whole);
        },
      ),
      { numRuns: runs(25) },
    );
  });
});

describe("on requests that others labelled", () => {
  it.each(["intent.banking77", "intent.clinc150"] as const)(
    "answers fewer than one in ten wrongly and does as it says it will: %s",
    async (set) => {
      requireShared("data/dev");
      const rows = await readDataSet(set);
      const requests = rows.map(({ label, messages }, index) => ({
        caseId: String(index),
        customerId: null,
        openedUs: index,
        intent: String(label),
        opening: messages.map(({ content }) => content),
      }));
      const names = [...new Set(requests.map(({ intent }) => intent))].sort();
      const known = new Set(names.filter((name, index) => index % 5 === 0 && name !== "oos"));
      const [learnFrom, heldOut] = [0, 1].map((part) =>
        requests.filter(({ intent, openedUs }) => known.has(intent) && openedUs % 4 === part),
      );
      const { model, report } = learnedFrom(learnFrom ?? []);
      const infer = createIntentInference(model);
      const shares = (cases: readonly DeclaredCase[] = []) => {
        const answers = cases.map(({ intent, opening }) => [intent, infer(opening)?.intent]);
        const answered = answers.filter(([, answer]) => answer !== undefined);
        const right = answered.filter(([intent, answer]) => intent === answer).length;
        return { right: right / cases.length, wrong: (answered.length - right) / cases.length };
      };
      const inside = shares(heldOut);
      const outside = shares(requests.filter(({ intent }) => !known.has(intent)).slice(0, 2000));
      console.log(
        `${set}: known intents ${JSON.stringify(inside)}, others ${JSON.stringify(outside)}`,
      );
      expect(inside.right).toBeGreaterThan(0.3);
      expect(inside.wrong).toBeLessThan(0.05);
      expect(outside.wrong).toBeLessThan(0.1);
      expect(Math.abs(inside.right - report.heldOut.right / report.heldOut.asked)).toBeLessThan(
        0.1,
      );
    },
  );
});
