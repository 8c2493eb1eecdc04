import type { Interaction } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import { formatCount, formatCounted } from "../format";
import type { Quotation, ScoreView } from "./score-view";

/** The customer's frustration in one contact. */
export type MoodStep = {
  /** The contact's number, from 1. */
  readonly contact: number;
  readonly channel: Channel;
  /** Address of the contact. */
  readonly href: string;
  readonly reading: NonNullable<ScoreView["reading"]>;
  /** 0 to 1. */
  readonly value: number;
  /** Quotes where the mood changes, in order. */
  readonly turns: readonly MoodTurn[];
};

export type MoodTurn = { readonly isRise: boolean; readonly quotation: Quotation };

/** The customer's mood along a case. */
export type Moods = {
  /** "Likely frustrated in 1 of 4 contacts." */
  readonly summary: string;
  /** All contacts if few, else those with signs of frustration. */
  readonly steps: readonly MoodStep[];
  /** Contacts without signs of it that are not listed. */
  readonly withoutSign: number;
  /** Contacts without a score. */
  readonly unscored: number;
};

/** A contact with its scores and address. */
type ScoredContact = {
  readonly interaction: Interaction;
  readonly href: string;
  readonly scores: readonly ScoreView[];
};

const evaluator = "customer_sentiment";
const stepsMost = 8;

/** Prepares the customer's frustration per contact. @returns null: no contact was scored */
export function prepareMoods(contacts: readonly ScoredContact[]): Moods | null {
  const steps = contacts.flatMap(stepOf);
  const unscored = contacts.filter(({ scores }) =>
    scores.some((score) => isOurs(score) && score.status === "not-scorable"),
  ).length;
  if (steps.length === 0) return null;
  const notable = steps.filter(({ reading }) => reading.tone !== "pass");
  const listed = steps.length <= stepsMost ? steps : notable;
  return {
    summary: summaryOf(steps),
    steps: listed,
    withoutSign: steps.length - listed.length,
    unscored,
  };
}

function isOurs({ evaluator: name, version, judge }: ScoreView): boolean {
  return name === evaluator && version !== "imported" && judge === null;
}

function stepOf({ interaction, href, scores }: ScoredContact): readonly MoodStep[] {
  const score = scores.find(isOurs);
  if (score === undefined || score.value === null || score.reading === null) return [];
  return [
    {
      contact: interaction.ordinal + 1,
      channel: interaction.channel,
      href,
      reading: score.reading,
      value: score.value,
      // The evaluator's evidence alternates: a rise, a fall, a rise.
      turns: score.quotations.map((quotation, index) => ({ isRise: index % 2 === 0, quotation })),
    },
  ];
}

function summaryOf(steps: readonly MoodStep[]): string {
  const frustrated = steps.filter(({ reading }) => reading.tone === "fail");
  const all = formatCounted(steps.length, "contact");
  if (frustrated.length === 0) {
    const unclear = steps.filter(({ reading }) => reading.tone === "warn").length;
    return unclear === 0
      ? `No sign of frustration in ${steps.length === 1 ? "the one contact" : `any of ${all}`}.`
      : `No clear sign of frustration; ${steps.length === 1 ? "the one contact is" : `${formatCount(unclear)} of ${all} ${unclear === 1 ? "is" : "are"}`} unclear.`;
  }
  if (steps.length === 1) return "The customer may be frustrated in the one contact.";
  const numbers = frustrated.map(({ contact }) => formatCount(contact)).join(", ");
  return `The customer may be frustrated in ${formatCount(frustrated.length)} of ${all}: ${frustrated.length === 1 ? "number" : "numbers"} ${numbers}.`;
}
