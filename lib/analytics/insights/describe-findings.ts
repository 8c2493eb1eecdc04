import { groupBy } from "@/lib/format/group-by";
import type { StepFinding } from "./compare-steps";
import type { Step, StepPlace } from "./find-steps";
import type { ServedContact } from "./served-contact";

/** A sentence of a case in which a step was taken. */
export type StepQuote = {
  readonly caseId: string;
  /** Position of the message in the case, from 0. */
  readonly message: number;
  readonly words: string;
};

/** A step that goes with good results. */
export type WhatWorks = Omit<StepFinding, "id" | "places"> & {
  readonly step: Step;
  /** Steps that nearly the same cases took. */
  readonly alongside: readonly Step[];
  /** The teams that took it, most frequent first. */
  readonly teams: readonly { readonly team: string; readonly cases: number }[];
  readonly quotes: readonly StepQuote[];
  /** Of all its cases, those with a known team. */
  readonly withTeam: number;
};

/** A compared contact, and whether its result was good. */
export type DescribedContact = { readonly contact: ServedContact; readonly isGood: boolean };

const quotesMost = 3;
const alongsideMost = 5;
/** Steps are one finding where this share of the cases of either took both. */
const sameFrom = 0.55;
const kindOrder: readonly Step["kind"][] = ["call", "kept", "order", "first-call", "words"];

/**
 * Describes findings with their words and teams; those that nearly the same contacts took are one.
 * @param rows what was compared @param steps of each row
 */
export function describeFindings(
  findings: readonly StepFinding[],
  rows: readonly DescribedContact[],
  steps: readonly (readonly StepPlace[])[],
): readonly WhatWorks[] {
  return foldAlike(findings).map((group) => describe(group, rows, steps));
}

/** Findings of an issue that nearly the same cases took, together; the first of each group leads. */
function foldAlike(findings: readonly StepFinding[]): readonly (readonly StepFinding[])[] {
  const groups: StepFinding[][] = [];
  for (const finding of findings) {
    const group = groups.find(
      ([leader]) => leader?.issue === finding.issue && overlap(leader, finding) >= sameFrom,
    );
    if (group === undefined) groups.push([finding]);
    else group.push(finding);
  }
  return groups.map((group) =>
    group.toSorted((a, b) => rankOf(a) - rankOf(b) || group.indexOf(a) - group.indexOf(b)),
  );
}

function rankOf({ id }: StepFinding): number {
  return kindOrder.findIndex((kind) => id === kind || id.startsWith(`${kind} `));
}

/** The share of the smaller of both that took both. */
function overlap(one: StepFinding, other: StepFinding): number {
  const places = new Set(one.places);
  const both = other.places.filter((place) => places.has(place)).length;
  return both / Math.min(one.places.length, other.places.length);
}

function describe(
  [leader, ...rest]: readonly StepFinding[],
  rows: readonly DescribedContact[],
  steps: readonly (readonly StepPlace[])[],
): WhatWorks {
  if (leader === undefined) throw new Error("A group of findings is empty.");
  const { id, places, ...finding } = leader;
  const placeAt = (at: number, wanted: string) => steps[at]?.find((each) => each.id === wanted);
  const stepOf = (each: StepFinding) => placeAt(each.places[0] ?? 0, each.id)?.step;
  const teams = groupBy(
    places.flatMap((at) => rows[at]?.contact.team ?? []),
    (team) => team,
  );
  const quoted = places.toReversed().flatMap((at) => {
    const quote = placeAt(at, id)?.quote ?? null;
    const row = rows[at];
    if (quote === null || row?.isGood !== true) return [];
    return [{ caseId: row.contact.caseId, ...quote }];
  });
  const quotes = quoted
    .toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed))
    .map(({ caseId, message, words }): StepQuote => ({ caseId, message, words }));
  return {
    ...finding,
    step: stepOf(leader) ?? { kind: "kept", names: [] },
    alongside: rest.flatMap((each) => stepOf(each) ?? []).slice(0, alongsideMost),
    teams: [...teams]
      .map(([team, some]) => ({ team, cases: some.length }))
      .sort((a, b) => b.cases - a.cases || (a.team < b.team ? -1 : 1)),
    withTeam: [...teams.values()].reduce((sum, some) => sum + some.length, 0),
    quotes: distinctWords(quotes).slice(0, quotesMost),
  };
}

function distinctWords(quotes: readonly StepQuote[]): readonly StepQuote[] {
  return [...new Map(quotes.map((quote) => [quote.words, quote])).values()];
}
