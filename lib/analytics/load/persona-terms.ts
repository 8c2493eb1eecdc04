import "server-only";
import type { PersonaContract } from "@/lib/domain/settings/persona-contract";
import {
  readPersonaApprovals,
  type PersonaApproval,
} from "@/lib/store/decisions/approved-personas";
import type { Database } from "@/lib/store/port";
import type { Snapshot } from "../ask/snapshot";
import type { CasesQuery } from "../filter/cases-query";
import type { DriftFigures } from "../persona/drift-figures";
import { readDrift } from "../persona/read-persona";
import { readShownSettings } from "./display-zone";

/** The persona contract, and the approvals that there were. */
export type PersonaTerms = {
  readonly contract: PersonaContract;
  readonly approvals: readonly PersonaApproval[];
};

/** Reads them; unreadable settings have no contract. */
export async function readPersonaTerms(reader: Database): Promise<PersonaTerms> {
  const approvals = await readPersonaApprovals(reader);
  return { contract: (await readShownSettings(reader)).persona, approvals };
}

/** The drift of channels over all time of a query's other filters, as Persona and the findings have it. */
export function readDriftOf(
  cases: Snapshot,
  query: Pick<CasesQuery, "facets" | "metric">,
  { contract, approvals }: PersonaTerms,
): DriftFigures {
  return readDrift(cases.ever(query), cases, {
    contract: contract.approval === null ? null : contract,
    approvedUs: contract.approval?.atUs ?? null,
    isFirst: approvals.length < 2,
  });
}
