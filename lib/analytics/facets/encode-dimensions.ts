import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { setCombination } from "../case-table/coding";
import { agentsValues, lastValues, MISSING } from "./case-facets";
import type { DimensionGroups } from "../case-table/coding";
import type { ContactTable } from "../case-table/contact-table";
import { type Dictionary, valuesOf } from "../case-table/dictionary";
import type { GroupName } from "./facet-groups";
import { flags, proofShift, type Columns } from "../case-table/columns";
import { hasHappened } from "./outcome-code";
import { openAgeCode } from "./open-age";
import { slaCode } from "../case-table/sla-columns";
import {
  numberCase,
  numberClock,
  numberRating,
  numberRecord,
  numberService,
  predictions,
  type CaseDimensions,
} from "./case-dimensions";

/** What a case's dimensions are computed from. */
type CasesAsOf = {
  readonly columns: Columns;
  readonly dictionaries: Readonly<Record<GroupName, Dictionary>>;
  readonly contacts: ContactTable;
  readonly dimensionGroups: DimensionGroups<CaseDimensions>;
  readonly laterTypes: ReadonlySet<string>;
  readonly asOfUs: number;
};

/**
 * Computes the case's dimension values at `asOfUs`; its outcome, groups and contacts must be current. It runs for
 * every case at a start, so objects are literals: spreading takes twice as long.
 */
export function encodeDimensions(table: CasesAsOf, key: number): void {
  const { columns, dictionaries, dimensionGroups, asOfUs } = table;
  const { cases, services, ratings, clocks, records } = dimensionGroups;
  const set = columns.flags[key] ?? 0;
  const traits = columns.traits[key] ?? 0;
  const [served] = valuesOf(dictionaries.traits, "agents", traits);
  const handoffs = valuesOf(dictionaries.traits, "handoff", traits);
  const met = valuesOf(dictionaries.journey, "channel", columns.journey[key] ?? 0);
  const [lastVerdict] = valuesOf(dictionaries.verdicts, "last", columns.verdicts[key] ?? 0);
  const isClosed = hasHappened(columns.closedUs, key, asOfUs);
  const bySomeone = (set & flags.closedBySomeone) !== 0;
  const bySilence = (set & flags.closedBySilence) !== 0;
  const csat = columns.csat[key] ?? NaN;
  const outcome = columns.outcome[key] ?? 0;
  const closed = isClosed && bySomeone ? 1 : isClosed && bySilence ? 2 : 0;
  const isReopened = Number(hasHappened(columns.reopenedUs, key, asOfUs));
  const contacts = Math.min(2, columns.touchpoints[key] ?? 0);
  const agents = agentsValues.findIndex((each) => each === served);
  const hasCustomer = Number((set & flags.ofCustomer) !== 0);
  setCombination(
    cases,
    key,
    numberCase(cases.combinations, {
      outcome,
      closed,
      isReopened,
      contacts,
      hasCustomer,
      proof: set >> proofShift,
      isRepeated: Number(hasHappened(columns.repeatUs, key, asOfUs)),
      isOldEnough: Number(hasHappened(columns.matureUs, key, asOfUs)),
      channels: Math.min(2, met.length),
      isPaused: Number((columns.pausedUs[key] ?? 0) > 0),
      isTimed: Number(isClosed && !Number.isNaN(columns.openedUs[key])),
    }),
  );
  setCombination(
    services,
    key,
    numberService(services.combinations, {
      outcome,
      agents,
      contacts,
      repetition: columns.repetition[key] ?? 0,
      isCompletedByPerson: Number(isCompletedByPerson(table, key)),
      isEscalated: Number(handoffs.includes("ai-to-human")),
      containment: containmentOf(columns, key, asOfUs),
    }),
  );
  setCombination(
    ratings,
    key,
    numberRating(ratings.combinations, {
      outcome,
      closed,
      contacts,
      rating: csat >= 4 ? 2 : csat < 4 ? 1 : 0,
      last: lastValues.findIndex((each) => each === lastVerdict),
      prediction: predictionOf(table, key),
    }),
  );
  setCombination(
    clocks,
    key,
    numberClock(clocks.combinations, {
      outcome,
      sla: slaCode(columns, key, asOfUs),
      openAge: openAgeCode(columns, key, asOfUs),
    }),
  );
  setCombination(
    records,
    key,
    numberRecord(records.combinations, {
      outcome,
      closed,
      isReopened,
      agents,
      hasCustomer,
      hasWords: Number((set & flags.spoken) !== 0),
      hasKind: Number(kindOf(table, key) !== MISSING),
      hasTokens: Number(!Number.isNaN(columns.tokens[key])),
      hasModelCost: Number(!Number.isNaN(columns.modelCostUsd[key])),
      hasModelTime: Number(!Number.isNaN(columns.slowestCallUs[key])),
      hasFirstToken: Number(!Number.isNaN(columns.firstTokenUs[key])),
      pii: columns.pii[key] ?? 0,
    }),
  );
}

/** Whether a case of its type can be resolved in the first contact. */
export function isAtOnce(table: CasesAsOf, key: number): boolean {
  return table.laterTypes.size === 0 || !table.laterTypes.has(kindOf(table, key));
}

/** Its type, or else its intent. */
function kindOf({ columns, dictionaries }: CasesAsOf, key: number): string {
  return valuesOf(dictionaries.type, "type", columns.type[key] ?? 0)[0] ?? MISSING;
}

/** The row of a case's last contact; -1 where it has none. */
function lastContactOf({ contacts }: CasesAsOf, key: number): number {
  const count = contacts.count[key] ?? 0;
  return count === 0 ? -1 : (contacts.first[key] ?? 0) + count - 1;
}

function isCompletedByPerson(table: CasesAsOf, key: number): boolean {
  const agents = table.contacts.integers.agents[lastContactOf(table, key)] ?? NaN;
  return agents === agentsValues.indexOf("human") || agents === agentsValues.indexOf("both");
}

/** Thresholds of a resolved contact, a frustrated customer and an AI agent that was not impolite. */
const resolvedFrom = bandLimits("conversation_resolution").high;
const frustratedFrom = bandLimits("customer_sentiment").high;
const politeFrom = bandLimits("tone").low;

/** An index in `predictions`, from the scores of the last contact. A person's tone is not judged. */
function predictionOf(table: CasesAsOf, key: number): number {
  const { resolution, frustration, politeness } = table.contacts.amounts;
  const place = lastContactOf(table, key);
  const resolved = resolution[place] ?? NaN;
  const frustrated = frustration[place] ?? NaN;
  const isImpolite = (politeness[place] ?? NaN) < politeFrom;
  if (Number.isNaN(resolved + frustrated)) return predictions.indexOf("unknown");
  const isGood = resolved >= resolvedFrom && frustrated < frustratedFrom && !isImpolite;
  return predictions.indexOf(isGood ? "good" : "poor");
}

/** An index in the list of `containment`: early until 72 hours are over, whether or not the customer is back. */
function containmentOf({ heldUs, backUs }: Columns, key: number, asOfUs: number): number {
  if ((heldUs[key] ?? Infinity) === Infinity) return 0;
  if (!hasHappened(heldUs, key, asOfUs)) return 1;
  return hasHappened(backUs, key, asOfUs) ? 3 : 2;
}
