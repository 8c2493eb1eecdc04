import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import { MISSING } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import { flags } from "../case-table/columns";
import { caseExtent } from "../select/case-extent";
import { casesOpenedIn } from "../counts/cases-by-day";
import { readEach, type ReadAmounts } from "./read-amounts";
import { firstValues } from "../case-table/dictionary";

/** The reference of later cases: the first 90 days of the data, which later cases do not change. */
const referenceUs = 90 * 86_400_000_000;
/** Kinds with fewer cases in it are combined. */
const kindMin = 20;

const isMature = Uint8Array.from(outcomes, (each) => Number(isResolved(each) !== null));

/**
 * A case's contacts relative to its kind's usual number, from the mature cases with a contact of the first 90 days (indirect
 * standardisation; Rothman, Greenland and Lash 2008, ch. 3).
 * @returns by key; NaN where there were too few cases then
 */
export function usualContacts(table: CaseTable): ReadAmounts {
  const { version, sinceUs, due, columns } = table;
  const asOf = [version, sinceUs, due.nextUs].join(" ");
  const before = known.get(table);
  const { factors } = before?.asOf === asOf ? before : { factors: usualFactors(table) };
  known.set(table, { asOf, factors });
  return readEach((key) => factors[columns.type[key] ?? 0] ?? NaN);
}

/** The version of cases and outcomes of the cached factors. */
type Known = { readonly asOf: string; readonly factors: Float64Array };
const known = new WeakMap<CaseTable, Known>();

function usualFactors(table: CaseTable): Float64Array {
  const { columns, dictionaries } = table;
  const kinds = firstValues(dictionaries.type, "type", MISSING);
  const [count, sum] = [new Float64Array(kinds.length), new Float64Array(kinds.length)];
  const untilUs = (caseExtent(casesOpenedIn(table, null), Infinity)?.oldestUs ?? NaN) + referenceUs;
  for (let key = 0; key < table.end; key += 1) {
    const isIn = ((columns.flags[key] ?? 0) & flags.present) !== 0;
    if (!isIn || isMature[columns.outcome[key] ?? 0] !== 1) continue;
    const contacts = columns.touchpoints[key] ?? 0;
    if (contacts === 0 || !((columns.openedUs[key] ?? NaN) < untilUs)) continue;
    const kind = columns.type[key] ?? 0;
    count[kind] = (count[kind] ?? 0) + 1;
    sum[kind] = (sum[kind] ?? 0) + contacts;
  }
  return factorsOf(count, sum);
}

function factorsOf(count: Float64Array, sum: Float64Array): Float64Array {
  const total = (values: Float64Array, isKept: (at: number) => boolean) =>
    values.reduce((all, each, at) => (isKept(at) ? all + each : all), 0);
  const isRare = (at: number) => (count[at] ?? 0) < kindMin;
  const all = total(count, () => true);
  const mean = total(sum, () => true) / (all < kindMin ? NaN : all);
  const rare = total(count, isRare);
  const ofRare = rare === 0 ? mean : total(sum, isRare) / rare;
  return count.map((own, at) => (isRare(at) ? ofRare : (sum[at] ?? 0) / own) / mean);
}
