import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { AmountMetric, ShareMetric } from "../metrics/metric";
import { standingsInPart } from "../metrics/places";
import type { ArmCase } from "./compare-arms";

/** What is compared: versions of prompts, or releases. */
export const armKinds = ["prompt", "release"] as const;
export type ArmKind = (typeof armKinds)[number];

/** Something that cases ran, and when. */
export type ArmOption = {
  readonly name: string;
  readonly cases: number;
  /** Of the first and the last contact with it, microseconds since 1970. */
  readonly firstUs: number;
  readonly lastUs: number;
};

/** What there is to compare among some cases, the most cases first. */
export function armOptions(
  table: CaseTable,
  keys: Uint32Array,
  kind: ArmKind,
): readonly ArmOption[] {
  const found = new Map<number, { cases: number; firstUs: number; lastUs: number; last: number }>();
  const { contacts, names } = table;
  for (const key of keys) {
    const first = contacts.first[key] ?? 0;
    const end = first + (contacts.count[key] ?? 0);
    for (let place = first; place < end; place += 1) {
      const number = contacts.amounts[kind][place] ?? NaN;
      if (Number.isNaN(number)) continue;
      const atUs = contacts.instants.startUs[place] ?? 0;
      const own = found.get(number) ?? { cases: 0, firstUs: atUs, lastUs: atUs, last: -1 };
      if (own.last !== key) own.cases += 1;
      own.last = key;
      own.firstUs = Math.min(own.firstUs, atUs);
      own.lastUs = Math.max(own.lastUs, atUs);
      found.set(number, own);
    }
  }
  return [...found]
    .map(([number, { cases, firstUs, lastUs }]) => ({
      ...{ name: names.values[number] ?? "", cases, firstUs, lastUs },
    }))
    .sort((one, other) => other.cases - one.cases || (one.name < other.name ? -1 : 1));
}

/** The cases of two arms: each belongs to the one that it met first. */
export type Arms = {
  readonly keys: readonly { readonly key: number; readonly arm: "a" | "b" }[];
  /** Cases that met the other one later. */
  readonly metBoth: number;
};

/** Puts cases into two arms, by the first of their contacts that ran either. */
export function armsOf(
  table: CaseTable,
  keys: Uint32Array,
  of: { readonly kind: ArmKind; readonly a: string; readonly b: string },
): Arms {
  const { contacts, names } = table;
  const [a, b] = [names.ids.get(of.a), names.ids.get(of.b)];
  const found: { key: number; arm: "a" | "b" }[] = [];
  let metBoth = 0;
  for (const key of keys) {
    const first = contacts.first[key] ?? 0;
    const ran = [...contacts.amounts[of.kind].subarray(first, first + (contacts.count[key] ?? 0))];
    const own = ran.find((each) => each === a || each === b);
    if (own === undefined) continue;
    found.push({ key, arm: own === a ? "a" : "b" });
    if (ran.includes(a ?? NaN) && ran.includes(b ?? NaN)) metBoth += 1;
  }
  return { keys: found, metBoth };
}

/** What a metric says of each case of its denominator: 1 or 0 of a share, else the amount. */
export function armCases(
  table: CaseTable,
  { keys }: Arms,
  metric: ShareMetric | AmountMetric,
): readonly ArmCase[] {
  const { columns, dictionaries } = table;
  const isCounted = standingsInPart(table, metric, "denominator");
  const isHit = standingsInPart(table, metric, "numerator");
  const types = dictionaries.type.values.map(({ type }) => type?.[0] ?? unsaid);
  const firsts = dictionaries.journey.values.map(({ first }) => first?.[0] ?? unsaid);
  return keys.flatMap(({ key, arm }) => {
    const standing = columns.standing[key] ?? 0;
    if (isCounted[standing] !== 1) return [];
    const value = metric.unit === "share" ? (isHit[standing] ?? 0) : metric.amount.of(table, key);
    if (Number.isNaN(value)) return [];
    const stratum = `${types[columns.type[key] ?? 0] ?? ""}\n${firsts[columns.journey[key] ?? 0] ?? ""}`;
    return [{ arm, stratum, customer: columns.customer[key] ?? 0, value }];
  });
}

/**
 * Two to begin with: versions of one template that ran side by side, those with the most cases; else the
 * two with the most.
 */
export function usualPair(options: readonly ArmOption[]): readonly [string, string] | null {
  const templateOf = ({ name }: ArmOption) => name.slice(0, Math.max(0, name.lastIndexOf("@")));
  const pairs = options.flatMap((one, at) =>
    options.slice(at + 1).map((other) => {
      const overlap = Math.min(one.lastUs, other.lastUs) - Math.max(one.firstUs, other.firstUs);
      const span = Math.max(
        1,
        Math.max(one.lastUs, other.lastUs) - Math.min(one.firstUs, other.firstUs),
      );
      const isSame = templateOf(one) === templateOf(other);
      const beside = isSame && overlap / span > 0.5 ? 1 : 0;
      return { one, other, rank: [beside, Number(isSame), Math.min(one.cases, other.cases)] };
    }),
  );
  const [best] = pairs.sort((x, y) => {
    const at = x.rank.findIndex((each, index) => each !== y.rank[index]);
    return at < 0 ? 0 : (y.rank[at] ?? 0) - (x.rank[at] ?? 0);
  });
  if (best === undefined) return null;
  const { one, other } = best;
  const isInOrder =
    one.firstUs === other.firstUs ? one.name < other.name : one.firstUs < other.firstUs;
  return isInOrder ? [one.name, other.name] : [other.name, one.name];
}
