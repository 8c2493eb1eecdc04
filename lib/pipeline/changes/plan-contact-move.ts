import { planMove } from "@/lib/cases/plan-move";
import { readContacts, type Contact } from "@/lib/cases/read-contacts";
import { sortSpans } from "@/lib/cases/sort-spans";
import type { Channel } from "@/lib/domain/trace/channel";
import type { ContactRef } from "@/lib/domain/case/decision";
import { DomainError } from "@/lib/domain/domain-error";
import type { Override } from "@/lib/domain/case/override";
import { readCaseInput } from "@/lib/store/cases/case-input";
import { readPlacedTraces } from "@/lib/store/cases/case-reach";
import { readSettings } from "@/lib/store/decisions/decisions";
import { requireCase, type SeenDatabase } from "./require-case";

export type ContactMove = {
  readonly channel: Channel;
  readonly startUs: number;
  readonly traces: number;
  readonly spans: number;
  readonly messages: number;
  readonly overrides: readonly Override[];
};

/**
 * Plans the overrides that move one contact to another case: only that contact's spans, even where
 * its traces are shared with other contacts or cases.
 * @throws DomainError "not-found" if there is no such case within the scope; "invalid-input" if the
 * contact has changed since it was shown, or is the only one of its case (that is a merge)
 */
export async function planContactMove(
  seen: SeenDatabase,
  { caseId, ordinal, startUs }: ContactRef,
  toCaseId: string,
): Promise<ContactMove> {
  await requireCase(seen, caseId);
  const { db } = seen;
  const settings = await readSettings(db);
  const { spans } = await readCaseInput(db, caseId);
  const contacts = readContacts(sortSpans(spans), settings);
  const contact = contacts[ordinal];
  if (contact?.startUs !== startUs) {
    const sentence = "This contact has changed since the page was drawn; reload and try again.";
    throw new DomainError("invalid-input", sentence);
  }
  if (contacts.length === 1) {
    const sentence = "This is the case’s only contact: merge the case into the other one instead.";
    throw new DomainError("invalid-input", sentence);
  }
  const moving = spansByTrace([contact]);
  const staying = spansByTrace(contacts.filter((other) => other !== contact));
  const traces = await readPlacedTraces(db, [...moving.keys()]);
  return {
    channel: contact.channel,
    startUs,
    traces: traces.length,
    spans: contact.spans.length,
    messages: contact.messages.length,
    overrides: traces.flatMap((trace) => {
      const held = new Set(staying.get(trace.traceId));
      for (const span of trace.spans) {
        if (span.caseId !== null && span.caseId !== caseId) held.add(span.spanId);
      }
      return planMove(trace, moving.get(trace.traceId) ?? new Set(), held, toCaseId);
    }),
  };
}

function spansByTrace(contacts: readonly Contact[]): Map<string, Set<string>> {
  const byTrace = new Map<string, Set<string>>();
  for (const { traceId, spanId } of contacts.flatMap(({ spans }) => spans)) {
    const known = byTrace.get(traceId);
    if (known === undefined) byTrace.set(traceId, new Set([spanId]));
    else known.add(spanId);
  }
  return byTrace;
}
