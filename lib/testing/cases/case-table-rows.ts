import { channels } from "@/lib/domain/trace/channel";
import { agentKinds, risks } from "@/lib/domain/trace/identity";
import fc from "fast-check";
import { closureEvidences, handoffKinds } from "@/lib/domain/case/case";
import { casePii } from "@/lib/domain/case/case-pii";
import { handoffVerdicts } from "@/lib/analytics/facets/case-facets";
import { noUsage } from "../derived-case";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";

const instant = fc.option(fc.integer({ min: 0, max: 12 }));
/** Rows of children have tests of their own. */
const noRows = fc.constant([]);
const few = fc.integer({ min: 0, max: 3 });
const worth = fc.constantFrom(0, 0.45, 0.5, 1);
const someFailures: CaseTableRow["failures"] = [
  { kind: "tool", tool: "order_lookup", model: null, prompt: "helper@v1", error: "HTTP 503" },
  { kind: "tool", tool: "refund", model: null, prompt: null, error: null },
  { kind: "llm", tool: null, model: "m-1", prompt: "helper@v1", error: null },
];
/** An arbitrary case, with few distinct keys and instants from 0 to 12. */
export const caseTableRows: fc.Arbitrary<CaseTableRow> = fc
  .record<Omit<CaseTableRow, "caseId">>({
    key: fc.integer({ min: 0, max: 30 }),
    customerId: fc.option(fc.constant("ann")),
    caseType: fc.option(fc.constantFrom("outage", "refund", "billing")),
    intent: fc.option(fc.constantFrom("refund", "where_is_it")),
    inferredIntent: fc.option(fc.constantFrom("refund", "outage")),
    risk: fc.option(fc.constantFrom(...risks)),
    region: fc.constantFrom(null, "EU"),
    teams: fc.shuffledSubarray(["Care", "Loss"]),
    agentIds: fc.subarray(["agent-1", "agent-2", "bot"]),
    channels: fc.array(fc.constantFrom(...channels), { maxLength: 4 }),
    touchpoints: few,
    handoffVerdicts: fc.array(fc.constantFrom(...handoffVerdicts), { maxLength: 4 }),
    messages: few,
    openedUs: instant,
    lastContactUs: instant,
    closedUs: instant,
    closedFrom: fc.option(fc.constantFrom("event", "record", "inferred")),
    reopenedUs: instant,
    matureUs: instant,
    repeatUs: instant,
    containedUs: instant,
    secondContactUs: instant,
    evidence: fc.constantFrom(...closureEvidences),
    csat: fc.option(fc.integer({ min: 1, max: 5 })),
    mergedInto: fc.option(fc.constant("other"), { freq: 4 }),
    hasTranscript: fc.boolean(),
    isPassedOn: fc.boolean(),
    releases: fc.subarray(["r1", "r2"]),
    handoffKinds: fc.subarray([...handoffKinds], { maxLength: 2 }),
    agentKinds: fc.subarray([...agentKinds]),
    contactRows: noRows,
    handoffRows: noRows,
    promiseRows: noRows,
    disclosureRows: noRows,
    piiRows: noRows,
    spans: few,
    slaDueUs: instant,
    slaRiskUs: instant,
    slaPausedUs: instant,
    slaPauseReason: fc.option(fc.constant("waiting on customer")),
    slaStoppedUs: instant,
    pii: fc.constantFrom(...casePii),
    pausedUs: few,
    businessUs: instant,
    failures: fc.subarray([...someFailures]),
    ...{ modelCalls: few, inputTokens: instant, outputTokens: instant, modelUs: instant },
    ...{ modelCostUsd: instant, modelCostEstimatedUsd: instant },
    ...{ firstTokenUs: instant, slowestFirstTokenUs: instant },
    slowestCallUs: fc.constantFrom(null, 1_900_000, 2_000_000, 10_000_000, 31_000_000),
    worstScores: fc
      .subarray(["repeat_information", "conversation_resolution"])
      .chain((names) =>
        fc.tuple(...names.map((evaluator) => worth.map((value) => ({ evaluator, value })))),
      ),
  })
  .map((row) => ({ caseId: `C-${String(row.key)}`, ...row }));

const dayUs = 86_400_000_000;

/** A case of one chat, closed by a record a day after it was opened, with evidence. */
export const resolvedCase: CaseTableRow = {
  ...{
    caseId: "C-1",
    key: 1,
    customerId: "ann",
    caseType: null,
    intent: null,
    inferredIntent: null,
    risk: null,
  },
  ...{
    region: null,
    teams: [],
    agentIds: [],
    channels: ["chat"],
    touchpoints: 1,
    handoffVerdicts: [],
  },
  ...{
    messages: 2,
    spans: 2,
    openedUs: 0,
    lastContactUs: 1,
    closedUs: dayUs,
    closedFrom: "record",
  },
  ...{ reopenedUs: null, matureUs: 8 * dayUs, repeatUs: null, evidence: "verified", csat: null },
  ...{
    mergedInto: null,
    hasTranscript: true,
    isPassedOn: false,
    failures: [],
    ...noUsage,
    releases: [],
    handoffKinds: [],
    worstScores: [],
  },
  ...{ containedUs: null, secondContactUs: null, agentKinds: [], pii: "none" },
  ...{ slaDueUs: null, slaRiskUs: null, slaPausedUs: null, slaPauseReason: null },
  ...{ slaStoppedUs: null, pausedUs: 0, businessUs: null },
  ...{ contactRows: [], handoffRows: [], promiseRows: [], disclosureRows: [], piiRows: [] },
};
