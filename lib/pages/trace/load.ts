import "server-only";
import type { AnswerClaims } from "@/lib/domain/case/answer-claims";
import { belongingOf } from "@/lib/domain/case/belonging";
import { spanKey } from "@/lib/domain/trace/span";
import type { StoredTrace } from "@/lib/domain/trace/trace";
import { messageAnchor } from "@/lib/format/anchors";
import { caseViewHref, pageOfMessage } from "@/lib/pages/case/url";
import { claimsView } from "@/lib/format/scores/claims-view";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import type { Database } from "@/lib/store/port";
import { agentNamesOf } from "@/lib/cases/names/agent-names-of";
import { readTrace } from "@/lib/store/spans/read-trace";
import { createShownText } from "./load-shown-text";
import { chosenSpanId } from "./chosen-span-id";
import { prepareTracePage } from "./prepare-trace-page";
import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import type { StoredCase } from "@/lib/store/cases/read-case";
import type { Scope } from "@/lib/domain/people/permission";
import type { TracePageModel } from "./trace-page-model";
import type { TraceQuery } from "./url";
import { accuracyOf } from "@/lib/pages/quality/load-accuracy";
import { readShownSettings } from "@/lib/analytics/load/display-zone";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** Of a longer trace the earliest spans are read. */
const spansMax = 20_000;

/**
 * Reads what the Trace page shows.
 * @param halfOfName as masking writes it: with it names are as readable as on the Case page
 * @returns null where there is no such trace, or it holds spans of a case beyond the scope, or of none
 */
export async function loadTracePage(
  { path, scope }: SeenWorkspace,
  traceId: string,
  query: TraceQuery,
  halfOfName: HalfOfName,
): Promise<TracePageModel | null> {
  const reader = workspaceReader(path);
  if (reader === null) return null;
  const trace = await readTrace(
    reader,
    traceId,
    (spans) => chosenSpanId(spans, query.spanId),
    spansMax,
  );
  if (trace === null || !(await areSeen(reader, scope, trace.caseIds))) return null;
  const { caseId } = belongingOf(trace.span?.identity ?? {});
  const stored = caseId === null ? null : await readRememberedCase(reader, caseId);
  return prepareTracePage(trace, query, {
    claims: stored === null ? [] : claimsOf(trace, stored),
    accuracyOf,
    openIn: (await readShownSettings(reader)).openIn,
    restore: createShownText(
      stored?.derived.messages ?? [],
      halfOfName,
      agentNamesOf(trace.span === null ? [] : [trace.span]),
    ),
  });
}

/** Of the answer of the chosen span, or the one that it retrieved passages for. */
function claimsOf(
  { traceId, span }: StoredTrace,
  { derived, knowledge }: StoredCase,
): TracePageModel["claims"] {
  if (span === null) return [];
  const own = spanKey({ traceId, spanId: span.spanId });
  const isRetrieved = (each: AnswerClaims) => each.spans.includes(own);
  return (knowledge?.answerClaims ?? [])
    .filter((each) => each.message === span.message || isRetrieved(each))
    .map((each) => claimsView(each, derived.messages, messageHref(derived.caseId, each.message)));
}

function messageHref(caseId: string, message: number): string {
  return `${caseViewHref(caseId, { page: pageOfMessage(message) })}#${messageAnchor(message)}`;
}

async function areSeen(
  db: Database,
  scope: Scope | null,
  caseIds: readonly string[],
): Promise<boolean> {
  if (scope === null) return true;
  const sights = await Promise.all(caseIds.map((caseId) => caseVisibility(db, scope, caseId)));
  return sights.length > 0 && sights.every((sight) => sight === "seen");
}
