import { describe, expect, it } from "vitest";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, turn } from "@/lib/cases/test-spans";
import { customerSentiment } from "@/lib/evaluators/customer-sentiment/customer-sentiment";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";
import { placeScores } from "@/lib/pages/case/panel/place-scores";
import { numberQuotations } from "../number-quotations";
import { prepareMoods, type Moods } from "./prepare-moods";

type Said = readonly [Speaker, string];

const calm: readonly Said[] = [
  ["customer", "Hello, may I change my seat, please?"],
  ["agent", "Of course. It is changed."],
  ["customer", "Thank you so much, that is great!"],
];
const angry: readonly Said[] = [
  ["customer", "My seat is wrong again. This is ridiculous, I hate this stupid company!"],
  ["agent", "Unfortunately that is not possible, I am sorry."],
  ["customer", "You people are useless! This is the worst service, I am so angry!!"],
  ["agent", "I have changed it now."],
  ["customer", "Great, thank you."],
];

function moodsOf(contacts: readonly (readonly Said[])[]): Moods | null {
  const spans = contacts.flatMap((said, contact) =>
    said.map(([speaker, text], line) =>
      turn(contact * 3000 + line, speaker, text, {
        belonging: { interactionId: `i-${String(contact)}`, session: `s-${String(contact)}` },
      }),
    ),
  );
  const derived = derive(spans, {}, (assembled) => runEvaluators(assembled, [customerSentiment]));
  const evidence = derived.scores.flatMap(({ verdict }) =>
    verdict.status === "scored" ? verdict.evidence : [],
  );
  const quotations = numberQuotations(derived.messages, evidence, (_, anchor) => `#${anchor}`);
  const placed = placeScores(derived, [], {
    quotations,
    accuracyOf: () => "",
    placeHref: () => null,
  });
  return prepareMoods(
    derived.interactions.map((interaction) => ({
      interaction,
      href: `#contact-${String(interaction.ordinal)}`,
      scores: placed.ofInteraction.get(interaction.ordinal) ?? [],
    })),
  );
}

describe("prepareMoods", () => {
  it("tells contact by contact how frustrated the customer was, and where that turned", () => {
    const moods = moodsOf([calm, angry]);
    expect(moods?.steps.map(({ contact, reading }) => [contact, reading.tone])).toEqual([
      [1, "pass"],
      [2, "fail"],
    ]);
    expect(moods?.summary).toMatch(/ 1 of 2 contacts: number 2\.$/u);
    expect(moods?.steps[1]?.turns.map(({ isRise }) => isRise)).toEqual([true, false]);
  });

  it("lists no contact without a sign of it among many, and counts them", () => {
    const moods = moodsOf([...Array.from({ length: 9 }, () => calm), angry]);
    expect(moods?.steps.map(({ contact }) => contact)).toEqual([10]);
    expect(moods?.withoutSign).toBe(9);
  });

  it("is nothing where no contact was judged, and says how many could not be", () => {
    expect(moodsOf([[["agent", "Your parcel has left."]]])).toBeNull();
    const spanish = "Hola, el pedido que hice no está en la casa, ¿qué pasa con una de las cajas?";
    expect(moodsOf([calm, [["customer", spanish]]])?.unscored).toBe(1);
  });
});
