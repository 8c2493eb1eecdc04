import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import type { SignOff, StoredVerdict } from "@/lib/domain/gate/stored-verdict";
import type { GateFigures } from "@/lib/domain/gate/verdict";
import { paginate } from "@/lib/format/address/paginate";
import { signOffWords } from "@/lib/format/gate/describe-verdict";
import { ruleNames } from "@/lib/format/gate/rule-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { readPolicy } from "@/lib/gate/read/read-policy";
import { replayHref, runHref } from "./href";
import { prepareJudged, type JudgedFacts } from "./prepare-judged";
import { gateCommand } from "./prepare-releases";
import type { AttemptLine, RunCase, RunModel } from "./releases-model";
import { runFileHref, runLists, runViewHref, type RunList, type RunQuery } from "./url";
import { badgeOf, signOffOf, type VerdictSummary } from "./verdict-words";

/** What is known of a listed case besides the verdict. */
export type CaseFacts = Pick<RunCase, "item" | "why" | "before" | "after" | "parts">;

export type RunFacts = {
  readonly run: string;
  readonly release: string;
  readonly cohort: { readonly name: string; readonly version: number } | null;
  readonly items: number;
  readonly replays: number;
  readonly atUs: number | null;
  readonly judged: JudgedFacts | null;
  /** Of that verdict. */
  readonly signOff: SignOff | null;
  /** The cohort's items by id, as far as they are stored. */
  readonly known: ReadonlyMap<string, CohortItem>;
  readonly cases: readonly CaseFacts[];
  /** All judgings of the release on the cohort, first to last; null verdict: deleted or not readable. */
  readonly attempts: readonly (Pick<StoredVerdict, "id" | "run" | "createdUs" | "signOff"> & {
    readonly verdict: VerdictSummary | null;
    readonly isDeleted: boolean;
    /** Who deleted it, as far as that account is known. */
    readonly deletedBy: string | null;
  })[];
  /** The release of the run before it; null: there is none. */
  readonly before: string | null;
  readonly isDemo: boolean;
};

export const casesOnPage = 10;

/** The ids of a list, and why each is in it where the verdict says so. */
export function listedItems(
  { paired, unresolved, candidate }: GateFigures,
  list: RunList,
): readonly { readonly item: string; readonly why: string }[] {
  const plain = (ids: readonly string[]) => ids.map((item) => ({ item, why: "" }));
  switch (list) {
    case "regressed":
      return plain(paired?.regressed ?? []);
    case "fixed":
      return plain(paired?.fixed ?? []);
    case "failing":
      return plain(unresolved);
    case "unscored":
      return candidate.unscored;
  }
}

const listWords: Readonly<Record<RunList, string>> = {
  regressed: "regressed",
  failing: "not resolved",
  fixed: "fixed",
  unscored: "not scored",
};

/** The lists that a verdict has: without a release to compare with nothing regressed or was fixed. */
function listsOf(figures: GateFigures | null): readonly RunList[] {
  return figures?.paired === null ? ["failing", "unscored"] : runLists;
}

/** The list that is shown: the wanted one, or the first that there is. */
export function chosenList(figures: GateFigures | null, wanted: RunList): RunList {
  const lists = listsOf(figures);
  return lists.includes(wanted) ? wanted : (lists[0] ?? wanted);
}

/** Prepares a run's page. */
export function prepareRun(facts: RunFacts, query: RunQuery): RunModel {
  const { run, release, cohort, judged } = facts;
  const figures = judged?.record.verdict.figures ?? null;
  const baseline = figures?.baseline?.release ?? null;
  const ids = figures === null ? [] : listedItems(figures, query.list).map(({ item }) => item);
  const href = (change: Partial<RunQuery>) => runViewHref(run, { ...query, ...change });
  const counted = (list: RunList) => (figures === null ? 0 : listedItems(figures, list).length);
  return {
    run,
    title: baseline === null ? `May ${release} ship?` : `May ${release} replace ${baseline}?`,
    facts: factsOf(facts),
    atUs: facts.atUs,
    judged: judged === null ? null : prepareJudged(judged, facts.signOff),
    noVerdict: noVerdictWords(facts),
    tabs: listsOf(figures).map((list) => ({
      words: `${formatCount(counted(list))} ${listWords[list]}`,
      href: href({ list, page: 1 }),
      isChosen: list === query.list,
    })),
    listTitle: `${formatCounted(ids.length, "case")} ${listWords[query.list]}`,
    cases: facts.cases.map((each) => caseOf(each, facts)),
    pagination: paginate({ page: query.page, pageSize: casesOnPage, total: ids.length }, (page) =>
      href({ page }),
    ),
    files: [
      { words: "CSV", href: runFileHref(run, query.list, "csv") },
      { words: "JSON", href: runFileHref(run, query.list, "json") },
    ],
    ids: ids.join("\n"),
    copyWords: `Copy ${formatCounted(ids.length, "case id")}`,
    command: gateCommand(
      {
        cohort: cohort?.name ?? "golden-200",
        candidate: release,
        baseline: judged === null ? facts.before : baseline,
        minimum: judged === null ? 0.78 : judged.record.input.policy.minimum,
        hasPolicyFile: judged !== null && !isUsualPolicy(judged.record.input.policy),
      },
      facts.isDemo,
    ),
    attempts: facts.attempts.map((each, at) => attemptLine(each, at, facts)),
  };
}

/** Whether a policy is the usual one but for its minimum, so that it needs no file. */
function isUsualPolicy(policy: GatePolicy): boolean {
  const usual = readPolicy(null, policy.minimum ?? 1);
  return JSON.stringify({ ...usual, minimum: policy.minimum }) === JSON.stringify(policy);
}

function factsOf({ run, cohort, items, replays }: RunFacts): readonly string[] {
  return [
    `run ${run}`,
    cohort === null
      ? "cohort not stored here"
      : `cohort ${cohort.name}, version ${formatCount(cohort.version)}`,
    replays > items
      ? `${formatCounted(items, "case")}, ${formatCounted(replays, "replay")}`
      : formatCounted(items, "case"),
  ];
}

function caseOf(each: CaseFacts, { run, known, judged }: RunFacts): RunCase {
  const stored = known.get(each.item);
  const items = judged?.record.input.cohort.items ?? [];
  const item = stored ?? items.find(({ id }) => id === each.item);
  return {
    ...each,
    href: replayHref({ run, item: each.item }),
    stratum: item?.stratum ?? "",
    channels: item?.channels ?? [],
    expected: stored?.expected ?? "",
  };
}

function attemptLine(
  attempt: RunFacts["attempts"][number],
  at: number,
  facts: RunFacts,
): AttemptLine {
  const { id, run, createdUs, verdict, isDeleted, deletedBy } = attempt;
  const signOff = signOffOf(attempt.signOff, verdict);
  const number = `Attempt ${formatCount(verdict?.attempt ?? at + 1)}`;
  const words = attemptWords(number, verdict, isDeleted ? (deletedBy ?? "somebody") : null);
  return {
    ...{ id, run, href: runHref(run), atUs: createdUs, isShown: run === facts.run },
    isDeleted,
    asksForSignOff: signOff === null && verdict?.asksForSignOff === true,
    verdict:
      verdict === null
        ? { tone: "none", words: isDeleted ? "Deleted" : "Not readable" }
        : badgeOf(verdict.verdict, signOff),
    words: signOff === null ? words : `${words} ${signOffWords(signOff)}`,
  };
}

function attemptWords(
  number: string,
  verdict: VerdictSummary | null,
  deletedBy: string | null,
): string {
  if (deletedBy !== null) return `Deleted by ${deletedBy}; it still counts.`;
  return verdict === null
    ? "Its record cannot be read."
    : `${number}, decided by ${ruleNames[verdict.decidedBy]}.`;
}

/** Why there is no verdict to show. */
function noVerdictWords({ run, attempts }: RunFacts): string {
  const own = attempts.filter((each) => each.run === run).at(-1);
  if (own === undefined) return "Nobody has judged this run yet";
  if (own.isDeleted) return "The verdict on this run was deleted";
  const said =
    own.verdict === null
      ? "Judged"
      : badgeOf(own.verdict.verdict, signOffOf(own.signOff, own.verdict)).words;
  return `${said} by another version of the gate; judge it again to see why`;
}
