import { isResolved, outcomes } from "@/lib/domain/outcome";
import { addSums, type Sums } from "@/lib/stats/sums";
import type { CaseTable } from "../case-table/case-table";
import { unsaid } from "../case-facets";

/** A case of one of two prompts. */
export type ArmCase = {
  readonly key: number;
  readonly type: string;
  readonly contacts: number;
};

/** Both prompts' contacts in one type of case. */
export type ArmStratum = { readonly type: string; readonly arms: readonly [Sums, Sums] };

/** Two versions of a template that served cases over the same time. */
export type SideBySide = {
  /** "concierge@a-3", "concierge@b-3", the smaller name first. */
  readonly prompts: readonly [string, string];
  /** The mature cases of each, by type, the types with the most cases first. */
  readonly strata: readonly ArmStratum[];
  /** The same one by one; null where there are too many to name each. */
  readonly cases: readonly [readonly ArmCase[], readonly ArmCase[]] | null;
};

/** More cases are told by their sums: their intervals are narrow, and 2,000 samples of them would keep the page waiting. */
const namedMax = 200;
/** Fewer cases compare nothing. */
const casesMin = 20;
/** Two versions of which one follows the other meet for a few days only. */
const sharedTimeMin = 0.5;

type Use = { readonly name: string; count: number; firstUs: number; lastUs: number };
const matureOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) !== null));

/**
 * The two versions of one template that ran beside each other on the most cases.
 * @param keys of the cases
 * @returns null where no two did
 */
export function sideBySide(table: CaseTable, keys: Uint32Array): SideBySide | null {
  const uses = usesOf(table, keys);
  const pairs = uses.flatMap((one, at) =>
    uses
      .slice(at + 1)
      .filter((other) => templateOf(one.name) === templateOf(other.name) && isShared(one, other))
      .map((other) => ({ one, other, count: Math.min(one.count, other.count) })),
  );
  const [best] = pairs
    .filter(({ count }) => count >= casesMin)
    .sort((left, right) => right.count - left.count);
  if (best === undefined) return null;
  const prompts = [best.one.name, best.other.name].sort();
  const [first = "", second = ""] = prompts;
  const isFew = best.one.count + best.other.count <= namedMax;
  return {
    prompts: [first, second],
    strata: strataOf(table, [sumsOfArm(table, keys, first), sumsOfArm(table, keys, second)]),
    cases: isFew ? [casesOfArm(table, keys, first), casesOfArm(table, keys, second)] : null,
  };
}

/** "concierge" of "concierge@a-3"; a version alone has no template. */
function templateOf(prompt: string): string {
  const at = prompt.lastIndexOf("@");
  return at < 0 ? prompt : prompt.slice(0, at);
}

function isShared(one: Use, other: Use): boolean {
  const shared = Math.min(one.lastUs, other.lastUs) - Math.max(one.firstUs, other.firstUs);
  const shorter = Math.min(one.lastUs - one.firstUs, other.lastUs - other.firstUs);
  return shorter > 0 && shared >= shorter * sharedTimeMin;
}

function usesOf({ columns, dictionaries }: CaseTable, keys: Uint32Array): readonly Use[] {
  const known = dictionaries.prompts.facets.get("prompt");
  if (known === undefined) return [];
  const size = dictionaries.prompts.values.length;
  const counts = new Uint32Array(size);
  const firstUs = new Float64Array(size).fill(Infinity);
  const lastUs = new Float64Array(size).fill(-Infinity);
  const { prompts, outcome, openedUs } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const group = prompts[key] ?? 0;
    const opened = openedUs[key] ?? NaN;
    counts[group] = (counts[group] ?? 0) + (matureOf[outcome[key] ?? 0] ?? 0);
    if (opened < (firstUs[group] ?? NaN)) firstUs[group] = opened;
    if (opened > (lastUs[group] ?? NaN)) lastUs[group] = opened;
  }
  const uses = known.names.map((name) => ({
    ...{ name, count: 0, firstUs: Infinity, lastUs: -Infinity },
  }));
  known.ofGroup.forEach((numbers, group) => {
    for (const number of numbers) {
      const use = uses[number];
      if (use === undefined) continue;
      use.count += counts[group] ?? 0;
      use.firstUs = Math.min(use.firstUs, firstUs[group] ?? Infinity);
      use.lastUs = Math.max(use.lastUs, lastUs[group] ?? -Infinity);
    }
  });
  return uses.filter(({ name, count }) => name !== unsaid && count > 0);
}

/** One entry a group of prompts: 1 where it has the prompt. */
function groupsOf({ dictionaries }: CaseTable, prompt: string): Uint8Array {
  const known = dictionaries.prompts.facets.get("prompt");
  const number = known?.ids.get(prompt) ?? -1;
  return Uint8Array.from(known?.ofGroup ?? [], (numbers) => Number(numbers.includes(number)));
}

/** One entry a type: how many, their contacts, the squares of these. */
function sumsOfArm(table: CaseTable, keys: Uint32Array, prompt: string): readonly Sums[] {
  const { columns, dictionaries } = table;
  const isOf = groupsOf(table, prompt);
  const size = dictionaries.type.values.length;
  const [counts, sums, squares] = [
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
  ];
  const { prompts, outcome, type, touchpoints } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const own = type[key] ?? 0;
    const counted = (isOf[prompts[key] ?? 0] ?? 0) * (matureOf[outcome[key] ?? 0] ?? 0);
    const contacts = (touchpoints[key] ?? 0) * counted;
    counts[own] = (counts[own] ?? 0) + counted;
    sums[own] = (sums[own] ?? 0) + contacts;
    squares[own] = (squares[own] ?? 0) + contacts * contacts;
  }
  return [...counts].map((count, at) => ({ count, sum: sums[at] ?? 0, squares: squares[at] ?? 0 }));
}

function strataOf(
  { dictionaries }: CaseTable,
  [one, other]: readonly [readonly Sums[], readonly Sums[]],
): readonly ArmStratum[] {
  const size = ({ arms }: ArmStratum) => arms[0].count + arms[1].count;
  return dictionaries.type.values
    .map((values, at): ArmStratum => {
      const none = addSums([]);
      return { type: values.type?.[0] ?? unsaid, arms: [one[at] ?? none, other[at] ?? none] };
    })
    .filter((stratum) => size(stratum) > 0)
    .sort((left, right) => size(right) - size(left) || (left.type < right.type ? -1 : 1));
}

function casesOfArm(table: CaseTable, keys: Uint32Array, prompt: string): readonly ArmCase[] {
  const { columns, dictionaries } = table;
  const isOf = groupsOf(table, prompt);
  const cases: ArmCase[] = [];
  const { prompts, outcome, type, touchpoints } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    if (isOf[prompts[key] ?? 0] !== 1 || matureOf[outcome[key] ?? 0] !== 1) continue;
    cases.push({
      key,
      type: dictionaries.type.values[type[key] ?? 0]?.type?.[0] ?? unsaid,
      contacts: touchpoints[key] ?? 0,
    });
  }
  return cases;
}
