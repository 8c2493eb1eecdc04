import { groupBy } from "@/lib/format/group-by";
import { compareSteps, type ComparedCase } from "./compare-steps";
import { describeFindings, type WhatWorks } from "./describe-findings";
import { findSteps, type StepPlace } from "./find-steps";
import type { ServedContact } from "./served-contact";
import type { JudgedCase } from "./read-outcomes";

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

/** Agents' first messages: later words may be the consequence of how the contact went. */
const messagesMost = 3;

/**
 * Finds the steps of first contacts after which more cases end quickly and for good, like for like: within an issue,
 * its intent, the channel of entry and who served it. Each customer counts once per issue, by the first case.
 * @param judged outcomes @param contacts first contacts of these cases, in any order
 * @param below a source of random integers from 0 up to its argument
 */
export function findWhatWorks(
  judged: readonly JudgedCase[],
  contacts: readonly ServedContact[],
  below: (limit: number) => number,
): WhatWorksFound {
  const rows = joinCases(judged, contacts);
  const quick = quickByIssue(rows);
  const steps = rows.map(({ contact }) => findSteps(contact, messagesMost));
  const compared = rows.map((row, at) => comparedOf(row, steps[at] ?? [], quick));
  const { findings, compared: counts } = compareSteps(compared, below);
  const issues = [...groupBy(compared, ({ issue }) => issue)].map(([issue, cases]) => ({
    ...{ issue, cases: cases.length, quickUs: quick.get(issue) ?? 0 },
    hits: cases.filter(({ isHit }) => isHit).length,
    steps: counts.get(issue) ?? 0,
  }));
  return {
    findings: describeFindings(
      findings,
      rows.map(({ contact, outcome }) => ({ contact, isGood: outcome.isLasting })),
      steps,
    ),
    issues: issues.sort((a, b) => b.cases - a.cases || (a.issue < b.issue ? -1 : 1)),
  };
}

type Row = {
  readonly issue: string;
  readonly outcome: JudgedCase;
  readonly contact: ServedContact;
};

/** One case of each customer and issue, the first, in order of opening. */
function joinCases(
  judged: readonly JudgedCase[],
  contacts: readonly ServedContact[],
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
