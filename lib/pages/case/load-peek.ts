import "server-only";
import { outcomeAt } from "@/lib/domain/case/outcome";
import { outcomeFacts } from "@/lib/analytics/rows/outcome-facts";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import { readCaseInSearch, readCaseOutline, readMessagesAt } from "@/lib/store/cases/read-case";
import { hitSentence } from "@/lib/analytics/search/hit-words";
import { rowHit } from "@/lib/analytics/search/row-hit";
import { searchCase } from "@/lib/analytics/search/search-case";
import type { Scope } from "@/lib/domain/people/permission";
import type { Database } from "@/lib/store/port";
import { readCustomer } from "@/lib/store/cases/read-customer";
import { searchOfList } from "./search/search-of-list";
import type { CasePeek, PeekFound } from "./title/case-peek";
import { prepareCasePeek, quotedOrdinals, worstVerdicts } from "./title/prepare-case-peek";
import type { SiblingCase } from "./title/same-issue";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { seenLink } from "@/lib/analytics/load/seen-link";
import { likelyRight } from "@/lib/pages/quality/load-accuracy";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/**
 * Reads the preview of one of a list's cases; of its messages only those that are quoted.
 * @param list the list's query string, for the way back to it
 * @param asOfUs the instant of the outcome, microseconds since 1970
 * @returns null where there is no such case within the scope
 */
export async function loadCasePeek(
  { path, scope }: SeenWorkspace,
  caseId: string,
  list: string,
  asOfUs: number,
): Promise<CasePeek | null> {
  const reader = workspaceReader(path);
  const outline = reader === null ? null : await readCaseOutline(reader, caseId);
  if (reader === null || outline === null) return null;
  if ((await caseVisibility(reader, scope, caseId)) !== "seen") return null;
  const { key, row } = outline;
  const mergedInto = await seenLink(reader, scope, row.mergedInto);
  const derived = { ...outline.derived, mergedInto };
  const verdicts = worstVerdicts(derived);
  const messages = await readMessagesAt(reader, key, quotedOrdinals(verdicts));
  const touchpoints = derived.interactions.filter((interaction) => interaction.isTouchpoint);
  const item = {
    journey: touchpoints.map(({ channel, agentKinds }) => ({ channel, agentKinds })),
    handoffVerdicts: row.handoffVerdicts,
    touchpoints: touchpoints.length,
  };
  const outcome = outcomeAt(outcomeFacts(row, row), asOfUs);
  const { repeatUs } = row;
  const repeatCaseId = await seenLink(reader, scope, row.repeatCaseId);
  const siblings = await readSiblings(reader, scope, row.customerId, asOfUs);
  const found = await loadPeekFound(reader, caseId, searchOfList(list));
  const said = { verdicts, messages, list, likelyRight, found };
  const input = { derived, item, outcome, repeatUs, repeatCaseId, siblings, ...said };
  return prepareCasePeek(input, asOfUs);
}

/** Characters of messages that a preview searches. */
const charactersMax = 1_000_000;

async function loadPeekFound(
  reader: Database,
  caseId: string,
  text: string,
): Promise<PeekFound | null> {
  const read =
    text === "" ? null : await readCaseInSearch(reader, caseId, charactersMax, () => false);
  if (read === null) return null;
  const search = searchCase(read.searched, text);
  return {
    hit: rowHit(read.searched.messages, search, read.isCut),
    reasons: search.terms.map(hitSentence),
  };
}

/** Of a customer with more cases the latest are read. */
const siblingsMax = 50;

async function readSiblings(
  reader: Database,
  scope: Scope | null,
  customerId: string | null,
  asOfUs: number,
): Promise<readonly SiblingCase[]> {
  if (customerId === null) return [];
  const { cases } = await readCustomer(reader, scope, customerId, siblingsMax);
  return cases.map((row) => ({ ...row, outcome: outcomeAt(outcomeFacts(row, row), asOfUs) }));
}
