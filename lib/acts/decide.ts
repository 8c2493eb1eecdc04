import { acts, customerActs, type Act, type Certainty, type ReadAct } from "@/lib/domain/acts/act";
import type { ActQuestion } from "./questions";

/** How an act is read in a language, as measured on writers that no training saw. */
export type ActLimit = {
  /** The probability below which few messages do it. */
  readonly possibleFrom: number;
  readonly likelyFrom: number;
  /** null: never, as it is wrong too often or found too seldom. */
  readonly sureFrom: number | null;
  /** Calibration: log-odds of the confidence = scale × log-odds of the probability + shift. */
  readonly scale: number;
  readonly shift: number;
};

/** By language (ISO 639-1), then by act. A language that is not in it was not measured, and is not read. */
export type ActLimits = Readonly<Record<string, Readonly<Record<Act, ActLimit>>>>;

const ofCustomer: ReadonlySet<Act> = new Set(customerActs);

/** An act and its confidence, with its position among the reader's outputs. */
export type DecidedAct = Pick<ReadAct, "act" | "confidence" | "certainty"> & {
  readonly output: number;
};

/**
 * Decides which acts a message does.
 * @param probabilities by act, in the order of `acts`
 * @returns null where the message's language was not measured
 */
export function decideActs(
  { speaker, language }: Pick<ActQuestion, "speaker" | "language">,
  probabilities: ArrayLike<number>,
  limits: ActLimits,
): readonly DecidedAct[] | null {
  const own = language === null ? undefined : limits[language];
  if (own === undefined) return null;
  return acts.flatMap((act, output) => {
    if (ofCustomer.has(act) !== (speaker === "customer")) return [];
    const limit = own[act];
    const probability = probabilities[output] ?? 0;
    const certainty = certaintyOf(probability, limit);
    const confidence = confidenceOf(probability, limit);
    return certainty === null ? [] : [{ output, act, confidence, certainty }];
  });
}

/** null: it does not do it. */
function certaintyOf(
  probability: number,
  { possibleFrom, likelyFrom, sureFrom }: ActLimit,
): Certainty | null {
  if (sureFrom !== null && probability >= sureFrom) return "sure";
  if (probability >= likelyFrom) return "likely";
  return probability >= possibleFrom ? "possible" : null;
}

const least = 1e-6;

/** In steps of .1, from .1 to 1: what is read is never said to be impossible. */
function confidenceOf(
  probability: number,
  { scale, shift }: Pick<ActLimit, "scale" | "shift">,
): number {
  const bounded = Math.min(1 - least, Math.max(least, probability));
  const odds = Math.log(bounded / (1 - bounded)) * scale + shift;
  return Math.max(1, Math.round(10 / (1 + Math.exp(-odds)))) / 10;
}
