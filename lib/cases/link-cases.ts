import type { DerivedCase } from "@/lib/domain/case/case";
import { intentSpelling } from "@/lib/domain/case/intent-spelling";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { countUpTo } from "./count-up-to";

/** Members of a case that linking depends on. */
export type LinkInput = Pick<
  DerivedCase,
  "caseId" | "intent" | "caseType" | "openedUs" | "lastContactUs" | "closing" | "mergedInto"
> & { readonly touchpoints: number };

/** Probability that the openings of two cases are about one issue; symmetric; null if unknown. */
export type IssueLikeness<Case> = (one: Case, other: Case) => number | null;

/** The customer's next case about the same issue within the repeat window, if any. */
export type CaseLinks = {
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
};

/**
 * A case that was added, changed or removed, with its opening time before or after: one entry each
 * (microseconds since 1970).
 */
export type LinkChange = { readonly caseId: string; readonly openedUs: number };

const dayUs = 86_400_000_000;

/** Maximum number of next cases compared by text, after which labels decide; bounds the cost for a customer with very many. */
const lookedAhead = 20;
const alike = 0.5;
/**
 * Where both cases carry the same intent they share its vocabulary: of 60 such pairs of a real export, 48 of 49 about
 * one issue were above it, the 11 others at 0.85 or less.
 */
const alikeByIntent = 0.88;

/**
 * Links one customer's cases to their repeats. Cases merged into others are duplicates and are left
 * out. The order of `cases` does not matter.
 * @param likeness compares openings
 * @returns links by case id
 */
export function linkCases<Case extends LinkInput>(
  cases: readonly Case[],
  settings: DerivationSettings,
  likeness: IssueLikeness<Case>,
): ReadonlyMap<string, CaseLinks> {
  const timeline = createTimeline(cases, settings);
  return new Map(cases.map((each) => [each.caseId, findRepeat(each, timeline, likeness)]));
}

/**
 * Recomputes the links that changes may affect: of the changed cases, and of earlier cases without an earlier repeat.
 * @param cases all of the customer's current cases with their previous links
 * @returns as `linkCases`, for the recomputed cases
 */
export function relinkCases<Case extends LinkInput & CaseLinks>(
  cases: readonly Case[],
  changes: readonly LinkChange[],
  settings: DerivationSettings,
  likeness: IssueLikeness<Case>,
): ReadonlyMap<string, CaseLinks> {
  const timeline = createTimeline(cases, settings);
  const changed = new Set(changes.map(({ caseId }) => caseId));
  const changesUs = changes.map(({ openedUs }) => openedUs).toSorted((a, b) => a - b);
  const links = new Map<string, CaseLinks>();
  for (const each of cases) {
    let isChanged = changed.has(each.caseId);
    let areCompared = true;
    const endUs = endOf(each);
    if (!isChanged && endUs !== null) {
      const changeUs = changesUs[countUpTo(changesUs, endUs)] ?? Infinity;
      const isInWindow = changeUs <= endUs + timeline.windowUs;
      isChanged = isInWindow && (each.repeatUs === null || each.repeatUs >= changeUs);
      // Cases before the change were compared earlier and found to be about something else.
      const before =
        countUpTo(timeline.openedUs, changeUs - 1) - countUpTo(timeline.openedUs, endUs);
      areCompared = before <= lookedAhead;
    }
    if (!isChanged) continue;
    links.set(each.caseId, findRepeat(each, timeline, likeness, areCompared));
  }
  return links;
}

/** Cases that can be a repeat, in order of opening; the lists hold indices. */
type Timeline<Case> = {
  readonly windowUs: number;
  readonly ordered: readonly Case[];
  readonly openedUs: readonly number[];
  readonly byIntent: ReadonlyMap<string, readonly number[]>;
  readonly byType: ReadonlyMap<string, readonly number[]>;
  /** Cases of a type without an intent. */
  readonly byBareType: ReadonlyMap<string, readonly number[]>;
};

function createTimeline<Case extends LinkInput>(
  cases: readonly Case[],
  settings: DerivationSettings,
): Timeline<Case> {
  const ordered = cases.filter(isLinkable).toSorted(compareOpening);
  const byIntent = new Map<string, number[]>();
  const byType = new Map<string, number[]>();
  const byBareType = new Map<string, number[]>();
  for (const [place, { intent, caseType }] of ordered.entries()) {
    if (intent !== null) listUnder(byIntent, intentSpelling(intent), place);
    if (caseType !== null) listUnder(byType, caseType, place);
    if (caseType !== null && intent === null) listUnder(byBareType, caseType, place);
  }
  const openedUs = ordered.map((each) => each.openedUs ?? 0);
  const windowUs = settings.repeatWindowDays * dayUs;
  return { windowUs, ordered, openedUs, byIntent, byType, byBareType };
}

function listUnder(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [place]);
  else list.push(place);
}

/**
 * @param areCompared false if the next cases that need a comparison by text are known to be about something else
 */
function findRepeat<Case extends LinkInput>(
  earlier: Case,
  timeline: Timeline<Case>,
  likeness: IssueLikeness<Case>,
  areCompared = true,
): CaseLinks {
  const endUs = endOf(earlier);
  if (earlier.mergedInto !== null || earlier.touchpoints === 0 || endUs === null) return noLinks;
  const { ordered, openedUs, windowUs } = timeline;
  const end = countUpTo(openedUs, endUs + windowUs);
  let place = countUpTo(openedUs, endUs);
  for (let looked = 0; looked < lookedAhead && place < end; place += 1) {
    const later = ordered[place];
    if (later === undefined || later.caseId === earlier.caseId) continue;
    if (areCompared && isSameIssue(earlier, later, likeness)) return linksTo(later);
    looked += 1;
  }
  const found = listsOf(earlier, timeline).map((list) => firstOf(list, place, earlier, ordered));
  const next = Math.min(...found);
  const repeat = next < end ? ordered[next] : undefined;
  return repeat === undefined ? noLinks : linksTo(repeat);
}

const noLinks: CaseLinks = { repeatUs: null, repeatCaseId: null };

function linksTo({ openedUs, caseId }: LinkInput): CaseLinks {
  return { repeatUs: openedUs, repeatCaseId: caseId };
}

/** Indices of the cases that match by intent or type, without a comparison by text. */
function listsOf(each: LinkInput, timeline: Timeline<unknown>): readonly (readonly number[])[] {
  const { intent, caseType } = each;
  const ofType = intent === null ? timeline.byType : timeline.byBareType;
  return [
    (intent === null ? undefined : timeline.byIntent.get(intentSpelling(intent))) ?? [],
    (caseType === null ? undefined : ofType.get(caseType)) ?? [],
  ];
}

/** The first index at or after a position that is not the case itself; Infinity if none. */
function firstOf(
  list: readonly number[],
  from: number,
  each: LinkInput,
  ordered: readonly LinkInput[],
): number {
  const at = countUpTo(list, from - 1);
  const first = list[at] ?? Infinity;
  return ordered[first]?.caseId === each.caseId ? (list[at + 1] ?? Infinity) : first;
}

/** An open case ended at the customer's last contact, not when it was closed by silence. */
function endOf(each: LinkInput): number | null {
  if (each.closing === null || each.closing.from === "inferred") return each.lastContactUs;
  return each.closing.atUs;
}

/**
 * By the openings: their words, and the orders or reservations they name. A shared intent (independent of spelling) or
 * type decides alone only where the openings tell nothing; another one is another issue.
 */
function isSameIssue<Case extends LinkInput>(
  a: Case,
  b: Case,
  likeness: IssueLikeness<Case>,
): boolean {
  const areNamed = a.intent !== null && b.intent !== null;
  if (areNamed && intentSpelling(a.intent) !== intentSpelling(b.intent)) return false;
  const areTyped = a.caseType !== null && b.caseType !== null;
  if (!areNamed && areTyped && a.caseType !== b.caseType) return false;
  const similarity = likeness(a, b);
  if (similarity === null) return areNamed || areTyped;
  return similarity >= (areNamed ? alikeByIntent : alike);
}

function isLinkable(each: LinkInput): boolean {
  return each.mergedInto === null && each.openedUs !== null && each.touchpoints !== 0;
}

function compareOpening(a: LinkInput, b: LinkInput): number {
  return (a.openedUs ?? 0) - (b.openedUs ?? 0) || (a.caseId < b.caseId ? -1 : 1);
}
