import "server-only";
import { outcomeAt } from "@/lib/domain/outcome";
import { outcomeFacts } from "@/lib/rollup/outcome-facts";
import { readCaseOutline, readMessagesAt } from "@/lib/store/read-case";
import type { Database } from "@/lib/store/database";
import { readCustomer } from "@/lib/store/read-customer";
import type { CasePeek } from "@/lib/view/case-peek";
import { prepareCasePeek, quotedOrdinals, worstVerdicts } from "@/lib/view/prepare-case-peek";
import type { SiblingCase } from "@/lib/view/same-issue";
import { workspaceReader } from "./workspace-reader";

/**
 * Reads what stands beside the list of one of its cases; of its words only those that are quoted.
 * @param path the workspace's file
 * @param list the list's query string, for the way back to it
 * @param asOfUs the instant as of which the outcome is told, microseconds since 1970
 * @returns null where there is no such case
 */
export async function loadCasePeek(
  path: string,
  caseId: string,
  list: string,
  asOfUs: number,
): Promise<CasePeek | null> {
  const reader = workspaceReader(path);
  const outline = reader === null ? null : await readCaseOutline(reader, caseId);
  if (reader === null || outline === null) return null;
  const { key, row, derived } = outline;
  const verdicts = worstVerdicts(derived);
  const messages = await readMessagesAt(reader, key, quotedOrdinals(verdicts));
  const touchpoints = derived.interactions.filter((interaction) => interaction.isTouchpoint);
  const item = {
    journey: touchpoints.map(({ channel, agentKinds }) => ({ channel, agentKinds })),
    handoffVerdicts: row.handoffVerdicts,
    touchpoints: touchpoints.length,
  };
  const outcome = outcomeAt(outcomeFacts(row, row), asOfUs);
  const { repeatUs, repeatCaseId } = row;
  const siblings = await readSiblings(reader, row.customerId, asOfUs);
  const said = { verdicts, messages, list };
  const input = { derived, item, outcome, repeatUs, repeatCaseId, siblings, ...said };
  return prepareCasePeek(input, asOfUs);
}

/** Of a customer with more cases the latest are read. */
const siblingsMax = 50;

async function readSiblings(
  reader: Database,
  customerId: string | null,
  asOfUs: number,
): Promise<readonly SiblingCase[]> {
  if (customerId === null) return [];
  const { cases } = await readCustomer(reader, customerId, siblingsMax);
  return cases.map((row) => ({ ...row, outcome: outcomeAt(outcomeFacts(row, row), asOfUs) }));
}
