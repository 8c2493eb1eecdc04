import { groupBy } from "@/lib/format/group-by";
import { compareSteps, type ComparedCase, type StepFinding } from "./compare-steps";
import { findSteps, type Step, type StepPlace } from "./find-steps";
import type { FirstContact } from "./first-contact";
import type { JudgedCase } from "./read-outcomes";

/** A sentence of a case in which a step was taken. */
export type StepQuote = {
  readonly caseId: string;
  /** Position of the message in the case, from 0. */
  readonly message: number;
  readonly words: string;
};

/** A step that goes with quick and lasting resolutions. */
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

/** What is compared of one issue. */
export type IssueCompared = {
  readonly issue: string;
  readonly cases: number;
  readonly hits: number;
  /** The time within which a resolution counts as quick: the median of the lasting ones, microseconds. */
  readonly quickUs: number;
  readonly steps: number;
};

export type WhatWorksFound = {
  readonly findings: readonly WhatWorks[];
  /** Most cases first. */
  readonly issues: readonly IssueCompared[];
};

const quotesMost = 3;
const alongsideMost = 5;
/** Steps are one finding where this share of the cases of either took both. */
const sameFrom = 0.55;
const kindOrder: readonly Step["kind"][] = ["call", "kept", "order", "first-call", "words"];

/**
 * Finds the steps of first contacts after which more cases end quickly and for good, like for like: within an issue,
 * its intent, the channel of entry and who served it. Each customer counts once per issue, by the first case.
 * @param judged outcomes @param contacts first contacts of these cases, in any order
 * @param below a source of random integers from 0 up to its argument
 */
export function findWhatWorks(
  judged: readonly JudgedCase[],
  contacts: readonly FirstContact[],
  below: (limit: number) => number,
): WhatWorksFound {
  const rows = joinCases(judged, contacts);
  const quick = quickByIssue(rows);
  const steps = rows.map(({ contact }) => findSteps(contact));
  const compared = rows.map((row, at) => comparedOf(row, steps[at] ?? [], quick));
  const { findings, compared: counts } = compareSteps(compared, below);
  const issues = [...groupBy(compared, ({ issue }) => issue)].map(([issue, cases]) => ({
    ...{ issue, cases: cases.length, quickUs: quick.get(issue) ?? 0 },
    hits: cases.filter(({ isHit }) => isHit).length,
    steps: counts.get(issue) ?? 0,
  }));
  return {
    findings: foldAlike(findings).map((group) => describe(group, rows, steps)),
    issues: issues.sort((a, b) => b.cases - a.cases || (a.issue < b.issue ? -1 : 1)),
  };
}

type Row = {
  readonly issue: string;
  readonly outcome: JudgedCase;
  readonly contact: FirstContact;
};

/** One case of each customer and issue, the first, in order of opening. */
function joinCases(
  judged: readonly JudgedCase[],
  contacts: readonly FirstContact[],
): readonly Row[] {
  const byKey = new Map(contacts.map((contact) => [contact.key, contact]));
  const seen = new Set<string>();
  return [...judged]
    .sort((a, b) => a.openedUs - b.openedUs || a.key - b.key)
    .flatMap((outcome) => {
      const contact = byKey.get(outcome.key);
      if (contact === undefined || contact.issue === null) return [];
      const who = `${contact.issue}\n${contact.customerId ?? `case ${contact.caseId}`}`;
      if (seen.has(who)) return [];
      seen.add(who);
      return [{ issue: contact.issue, outcome, contact }];
    });
}

function quickByIssue(rows: readonly Row[]): ReadonlyMap<string, number> {
  const times = groupBy(
    rows.filter(({ outcome }) => outcome.isLasting && outcome.tookUs !== null),
    ({ issue }) => issue,
  );
  return new Map(
    [...times].map(([issue, some]) => {
      const sorted = some.map(({ outcome }) => outcome.tookUs ?? 0).sort((a, b) => a - b);
      return [issue, sorted[Math.floor((sorted.length - 1) / 2)] ?? 0];
    }),
  );
}

function comparedOf(
  { issue, outcome, contact }: Row,
  steps: readonly StepPlace[],
  quick: ReadonlyMap<string, number>,
): ComparedCase {
  const isQuick = outcome.tookUs !== null && outcome.tookUs <= (quick.get(issue) ?? -1);
  const people = contact.lines.flatMap((line) =>
    line.kind === "said" && line.agentId !== null ? [line.agentId] : [],
  );
  const kinds = [...contact.agentKinds].sort();
  return {
    issue,
    stratum: [contact.intent ?? "", contact.channel, ...kinds].join("\t"),
    isHit: outcome.isLasting && isQuick,
    steps: steps.map(({ id }) => id),
    servedBy: [...new Set([...people, ...(kinds.includes("ai") ? ["ai"] : [])])],
  };
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
  rows: readonly Row[],
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
  const quotes = places.toReversed().flatMap((at): StepQuote[] => {
    const quote = placeAt(at, id)?.quote ?? null;
    const row = rows[at];
    if (quote === null || row?.outcome.isLasting !== true) return [];
    return [{ caseId: row.contact.caseId, ...quote }];
  });
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
