import "server-only";
import type { Channel } from "@/lib/domain/trace/channel";
import { isDomainError } from "@/lib/domain/domain-error";
import {
  personaRange,
  suggestedPersona,
  type PersonaAttribute,
  type PersonaContract,
} from "@/lib/domain/settings/persona-contract";
import { createCaseTable, type CaseTable } from "@/lib/analytics/case-table/case-table";
import { countFacets } from "@/lib/analytics/facets/count-facets";
import { selectCases, type Selection } from "@/lib/analytics/select/select-cases";
import { driftFigures, type DriftFigures } from "./drift-figures";
import { furthestApart, measuredContacts, type FarContact } from "./gap-contacts";
import { channelGaps } from "./gaps";
import { latestSharedEdit } from "@/lib/analytics/prompts/lineage";
import { levelFigures } from "./level-figures";
import { spokenContacts } from "./spoken-contacts";
import { seededBelow } from "@/lib/stats/seeded-below";
import { readAcknowledgements } from "@/lib/store/decisions/acknowledgements";
import {
  readPersonaApprovals,
  type PersonaApproval,
} from "@/lib/store/decisions/approved-personas";
import type { Database } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readCaseId } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { caseViewHref } from "@/lib/pages/case/url";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import type { PersonaModel } from "./persona-model";
import { shownAttribute } from "./prepare-drift";
import type { FarSource } from "./prepare-gaps";
import { casesAcross, type EditAcross } from "./prepare-lineage";
import { preparePersona } from "./prepare-persona";
import type { PersonaQuery } from "./url";
import { noMarks } from "@/lib/analytics/annotations/time-markers";
import { findCases } from "@/lib/analytics/load/find-cases";
import { readMarkFacts } from "@/lib/analytics/load/mark-facts";
import { selectRemembered } from "@/lib/analytics/load/select-remembered";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

type Contract = {
  readonly contract: PersonaContract;
  readonly approvals: readonly PersonaApproval[];
};

/** A selection is another one as soon as a case or an outcome changes. */
const remembered = new WeakMap<
  Selection,
  { readonly atUs: number | null; readonly timeZone: string; readonly figures: DriftFigures }
>();
const farMax = 4;
const seed = 2026;

/**
 * Reads what the Persona page shows. How channels changed is read of all time; how they speak now, of the
 * cases of the period.
 * @param asOfUs the instant as of which all is told, microseconds since 1970
 * @param names names of accounts by public id
 */
export async function loadPersonaPage(
  { path, scope }: SeenWorkspace,
  query: PersonaQuery,
  asOfUs: number,
  names: ReadonlyMap<string, string>,
): Promise<PersonaModel> {
  const reader = workspaceReader(path);
  if (reader === null) return emptyPage(query, asOfUs);
  const acknowledgements = await readAcknowledgements(reader);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  const contract = await readContract(reader);
  const found = await findCases(reader, scope, query.cases, asOfUs);
  const { table, period, timeZone } = found;
  const newestUs = found.extent?.newestUs ?? null;
  const { facets, metric } = query.cases;
  const ever = selectRemembered(table, { facets, metric, period: null, matches: null }).selection();
  const drifts = driftsOf(table, ever, contract, { asOfUs: newestUs ?? asOfUs, timeZone });
  const attribute = shownAttribute(query, drifts);
  const { gaps, ends, levels } = spokenOf(table, found.selection(), contract, attribute);
  const counts = found.facets();
  const ordinals = table.contacts.amounts.ordinal;
  const chosen = ends.map((contact) => ({
    contact,
    key: table.contacts.caseKey[contact.place] ?? 0,
    ordinal: ordinals[contact.place] ?? 0,
  }));
  const isWorkspaceEmpty = scope === null && table.count === 0;
  const endUs = newestUs ?? asOfUs;
  const marks = await readMarkFacts(reader, found, { fromUs: drifts.fromUs, toUs: endUs });
  const far = await Promise.all(chosen.map((each) => farSource(reader, each)));
  return preparePersona(query, {
    ...{ asOfUs, period, newestUs, counts, evaluators, drifts, levels, gaps, ...contract },
    ...{ far: far.flat(), marks, acknowledgements, names },
    across: acrossOf(table, query, drifts),
    isWorkspaceEmpty,
  });
}

function acrossOf(
  table: CaseTable,
  { cases }: PersonaQuery,
  { lineage }: DriftFigures,
): EditAcross | null {
  const edit = latestSharedEdit(lineage);
  if (edit === null) return null;
  const { facets, metric } = casesAcross(cases, edit);
  const { selection } = selectRemembered(table, { facets, metric, period: null, matches: null });
  return { ...edit, cases: selection().keys.length };
}

/** By how much the targets of a contract in force differ between two channels. */
function declaredGap({ approval, terms }: PersonaContract, attribute: PersonaAttribute) {
  return (one: Channel, other: Channel): number | null => {
    const [a, b] = [personaRange(terms, attribute, one), personaRange(terms, attribute, other)];
    return approval === null || a === null || b === null ? null : a.target - b.target;
  };
}

/** One that is gone meanwhile is left out. */
async function farSource(
  reader: Database,
  at: { readonly contact: FarContact; readonly key: number; readonly ordinal: number },
): Promise<readonly FarSource[]> {
  const caseId = await readCaseId(reader, at.key);
  if (caseId === null) return [];
  const href = caseViewHref(caseId, { item: `c${String(at.ordinal)}` });
  return [{ contact: at.contact, caseId, href }];
}

/** How channels speak now, and how far apart. */
type Spoken = {
  readonly levels: ReturnType<typeof levelFigures>;
  readonly gaps: ReturnType<typeof channelGaps>;
  /** The contacts that differ most, of the two channels furthest apart. */
  readonly ends: readonly FarContact[];
};

/** As of which contract, and of which attribute. */
type KnownSpoken = Spoken & { readonly terms: string; readonly attribute: PersonaAttribute };
const spoken = new WeakMap<Selection, KnownSpoken>();

function spokenOf(
  table: CaseTable,
  selection: Selection,
  { contract }: Contract,
  attribute: PersonaAttribute,
): Spoken {
  const terms = JSON.stringify(contract);
  const known = spoken.get(selection);
  if (known?.terms === terms && known.attribute === attribute) return known;
  const contacts = spokenContacts(table, selection.keys);
  const measured = measuredContacts(table, contacts, attribute);
  const kinds = table.dictionaries.type.values.length;
  const declared = declaredGap(contract, attribute);
  const gaps = channelGaps(measured, kinds, declared, seededBelow(seed));
  const [widest] = gaps;
  const ends = widest === undefined ? [] : furthestApart(table, measured, widest, farMax);
  const fresh = { terms, attribute, gaps, ends, levels: levelFigures(table, contacts) };
  spoken.set(selection, fresh);
  return fresh;
}

function driftsOf(
  table: CaseTable,
  selection: Selection,
  { contract, approvals }: Contract,
  told: { readonly asOfUs: number; readonly timeZone: string },
): DriftFigures {
  const atUs = contract.approval?.atUs ?? null;
  const known = remembered.get(selection);
  const { timeZone } = told;
  if (known?.atUs === atUs && known.timeZone === timeZone) return known.figures;
  const inForce = {
    contract: contract.approval === null ? null : contract,
    approvedUs: atUs,
    isFirst: approvals.length < 2,
  };
  const figures = driftFigures(table, selection.keys, inForce, told);
  remembered.set(selection, { atUs, timeZone, figures });
  return figures;
}

/** Settings that cannot be read hold nobody against anything. */
async function readContract(reader: Database): Promise<Contract> {
  const approvals = await readPersonaApprovals(reader);
  try {
    return { contract: (await readSettings(reader)).persona, approvals };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { contract: suggestedPersona, approvals };
  }
}

function emptyPage(query: PersonaQuery, asOfUs: number): PersonaModel {
  const table = createCaseTable();
  const { facets, metric } = query.cases;
  const selection = selectCases(table, { facets, metric, period: null, matches: null });
  const contract: Contract = { contract: suggestedPersona, approvals: [] };
  return preparePersona(query, {
    ...{ asOfUs, period: null, newestUs: null, evaluators: [], ...contract },
    counts: countFacets(table, selection),
    drifts: driftsOf(table, selection, contract, { asOfUs, timeZone: noMarks.zone }),
    ...{ levels: [], gaps: [], far: [], marks: noMarks, across: null },
    ...{ acknowledgements: [], names: new Map() },
    isWorkspaceEmpty: true,
  });
}
