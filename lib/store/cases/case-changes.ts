import type { AgentKind } from "@/lib/domain/trace/identity";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import { statement, tupleStatement, type Database } from "../database";
import { fromJson, type Json } from "../json";
import { readPartRows } from "./part-rows";

/** What changed among a workspace's cases since one looked last. */
export type CaseChanges = {
  /** Keys that were removed; they come before the rows, which may have taken one of them over. */
  readonly removed: readonly number[];
  readonly rows: readonly CaseTableRow[];
  /** False where there is more to read. */
  readonly isDone: boolean;
};

/** Reads all cases first, then whatever is new, at most `limit` rows at a time. */
export type CaseChangesReader = (limit: number) => Promise<CaseChanges>;

type Row = [
  changed: number,
  key: number,
  caseType: string | null,
  intent: string | null,
  risk: CaseRow["risk"],
  channels: Json<CaseRow["channels"]>,
  agentKinds: Json<readonly AgentKind[]>,
  touchpoints: number,
  handoffVerdicts: Json<CaseRow["handoffVerdicts"]>,
  messages: number,
  openedUs: number | null,
  lastContactUs: number | null,
  closedUs: number | null,
  closedFrom: CaseRow["closedFrom"],
  reopenedUs: number | null,
  matureUs: number | null,
  repeatUs: number | null,
  evidence: CaseRow["evidence"],
  csat: number | null,
  mergedInto: string | null,
  hasTranscript: number,
  releases: Json<CaseRow["releases"]>,
  handoffKinds: Json<CaseRow["handoffKinds"]>,
  worstScores: Json<CaseRow["worstScores"]>,
  region: string | null,
  teams: Json<CaseRow["teams"]>,
  inferredIntent: string | null,
  customerId: string | null,
  containedUs: number | null,
  secondContactUs: number | null,
  contactRows: string,
  handoffRows: string,
  promiseRows: string,
  slaDueUs: number | null,
  slaRiskUs: number | null,
  slaPausedUs: number | null,
  slaPauseReason: string | null,
  slaStoppedUs: number | null,
  pii: CaseRow["pii"],
  pausedUs: number,
  businessUs: number | null,
];

const rowsSql = `SELECT changed, id, case_type, intent, risk, channels, agent_kinds, touchpoints,
    handoff_verdicts, messages, opened_us, last_contact_us, closed_us, closed_from, reopened_us, mature_us, repeat_us, evidence,
    csat, merged_into, has_transcript, releases, handoff_kinds, worst_scores, region, teams,
    inferred_intent, customer_id, contained_us, second_contact_us,
    contact_rows, handoff_rows, promise_rows,
    sla_due_us, sla_risk_us, sla_paused_us, sla_pause_reason, sla_stopped_us,
    pii, paused_us, business_us
  FROM cases WHERE (changed, id) > (?, ?) ORDER BY changed, id LIMIT ?`;
const removedSql = "SELECT key, changed FROM removed_cases WHERE changed > ? ORDER BY changed, key";

/**
 * Follows a workspace's cases by the sequence's value that each row was last written at. What is written
 * while one reads has a higher one and is read later, so that nothing is missed between two calls.
 */
export function followCaseChanges(db: Database): CaseChangesReader {
  let [changed, key, removedUntil] = [-1, -1, -1];
  const parse = createParser();
  return (limit) =>
    db.read((connection) => {
      type Removed = { key: number; changed: number };
      const removed = statement<[number], Removed>(connection, removedSql).all(removedUntil);
      const read = tupleStatement<[number, number, number], Row>(connection, rowsSql);
      const rows = read.all(changed, key, limit);
      removedUntil = removed.at(-1)?.changed ?? removedUntil;
      [changed, key] = rows.at(-1) ?? [changed, key];
      return {
        removed: removed.map((each) => each.key),
        rows: rows.map((row) => caseTableRow(row, parse)),
        isDone: rows.length < limit,
      };
    });
}

type Parse = <T>(json: Json<T>) => T;

/**
 * Most cases have the same few lists, so each text is parsed once. The same text has the same value,
 * whichever column it came from, so that the cast says no more than `fromJson` does.
 */
function createParser(): Parse {
  const textsMax = 20_000;
  const known = new Map<string, unknown>();
  return <T>(json: Json<T>): T => {
    if (known.size > textsMax) known.clear();
    const found = known.get(json);
    if (found !== undefined) return found as T;
    const parsed = fromJson<T>(json);
    known.set(json, parsed);
    return parsed;
  };
}

function caseTableRow(row: Row, parse: Parse): CaseTableRow {
  return {
    key: row[1],
    caseType: row[2],
    intent: row[3],
    risk: row[4],
    channels: parse(row[5]),
    agentKinds: parse(row[6]),
    touchpoints: row[7],
    handoffVerdicts: parse(row[8]),
    messages: row[9],
    openedUs: row[10],
    lastContactUs: row[11],
    closedUs: row[12],
    closedFrom: row[13],
    reopenedUs: row[14],
    matureUs: row[15],
    repeatUs: row[16],
    evidence: row[17],
    csat: row[18],
    mergedInto: row[19],
    hasTranscript: row[20] === 1,
    releases: parse(row[21]),
    handoffKinds: parse(row[22]),
    worstScores: parse(row[23]),
    region: row[24],
    teams: parse(row[25]),
    inferredIntent: row[26],
    customerId: row[27],
    containedUs: row[28],
    secondContactUs: row[29],
    // Unlike the lists above, hardly two cases have the same.
    ...readPartRows({ contactRows: row[30], handoffRows: row[31], promiseRows: row[32] }),
    slaDueUs: row[33],
    slaRiskUs: row[34],
    slaPausedUs: row[35],
    slaPauseReason: row[36],
    slaStoppedUs: row[37],
    pii: row[38],
    pausedUs: row[39],
    businessUs: row[40],
  };
}
