import "server-only";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import { readSpoken, type EndContact } from "@/lib/analytics/persona/read-persona";
import { latestSharedEdit } from "@/lib/analytics/prompts/lineage";
import { readAcknowledgements } from "@/lib/store/decisions/acknowledgements";
import type { Database } from "@/lib/store/port";
import { readCaseId } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { caseViewHref } from "@/lib/pages/case/url";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import type { PersonaModel } from "./persona-model";
import { shownAttribute } from "./prepare-drift";
import type { FarSource } from "./prepare-gaps";
import { casesAcross } from "./prepare-lineage";
import { preparePersona } from "./prepare-persona";
import type { PersonaQuery } from "./url";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import {
  readDriftOf,
  readPersonaTerms,
  type PersonaTerms,
} from "@/lib/analytics/load/persona-terms";
import { readAnnotationFacts } from "@/lib/analytics/load/annotation-facts";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

/**
 * Reads what the Persona page shows: drift up to the end of the period, levels of its cases.
 * @param nowUs the instant of all values, microseconds since 1970
 * @param names names of accounts by public id
 */
export async function loadPersonaPage(
  seen: SeenWorkspace,
  query: PersonaQuery,
  nowUs: number,
  names: ReadonlyMap<string, string>,
): Promise<PersonaModel> {
  const reader = await readerOrEmpty(seen.path);
  const acknowledgements = await readAcknowledgements(reader);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  const contract = await readPersonaTerms(reader);
  const { ends, versions, ...facts } = await readSnapshot(seen, query.cases, nowUs, (cases) =>
    personaFacts(cases, query, contract),
  );
  const { drifts } = facts;
  const far = await Promise.all(ends.map((each) => farSource(reader, each)));
  return preparePersona(query, {
    ...{ ...facts, ...contract, evaluators, acknowledgements, names },
    ...{ far: far.flat(), annotations: await readAnnotationFacts(reader, versions, drifts) },
  });
}

function personaFacts(cases: Snapshot, query: PersonaQuery, { contract, approvals }: PersonaTerms) {
  const drifts = readDriftOf(cases, query.cases, { contract, approvals });
  const edit = latestSharedEdit(drifts.lineage);
  const across =
    edit === null
      ? null
      : { ...edit, cases: cases.ever(casesAcross(query.cases, edit)).listed().count };
  return {
    ...{ ...cases.about, drifts, across },
    ...readSpoken(cases, contract, shownAttribute(query, drifts)),
    counts: cases.facets(),
    versions: { starts: cases.versionStarts(), zone: cases.timeZone },
  };
}

/** A contact deleted meanwhile is left out. */
async function farSource(
  reader: Database,
  { contact, key, ordinal }: EndContact,
): Promise<readonly FarSource[]> {
  const caseId = await readCaseId(reader, key);
  if (caseId === null) return [];
  const href = caseViewHref(caseId, { item: `c${String(ordinal)}` });
  return [{ contact, caseId, href }];
}
