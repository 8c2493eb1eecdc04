import type { Connection } from "@/db/connect";
import { handoffs, interactions, promises } from "@/db/schema";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { DerivedCase, Handoff, Interaction } from "@/lib/domain/case/case";
import { statement, tupleStatement } from "../database";
import { rowCodec, type RowCodec, type SqlValue } from "../row-codec";

/** The rows of a case's contacts, handoffs and promises. */
export type ChildRows = Pick<CaseRow, "contactRows" | "handoffRows" | "promiseRows">;

const contactCodec = rowCodec(interactions, ["caseKey", "isTouchpoint", "body"]);
const handoffCodec = rowCodec(handoffs, ["caseKey", "body"]);
const promiseCodec = rowCodec(promises, ["caseKey"]);

const interactionCodec = rowCodec(interactions);
const fullHandoffCodec = rowCodec(handoffs);
const fullPromiseCodec = rowCodec(promises);

const contactsSql = `SELECT ${contactCodec.select} FROM interactions
  WHERE case_key = ? AND is_touchpoint ORDER BY ordinal`;
const handoffsSql = `SELECT ${handoffCodec.select} FROM handoffs WHERE case_key = ? ORDER BY ordinal`;
const promisesSql = `SELECT ${promiseCodec.select} FROM promises WHERE case_key = ? ORDER BY ordinal`;

/** Reads them, each in time order. @param key the case's */
export function readChildRows(connection: Connection, key: number): ChildRows {
  return {
    contactRows: readRows(connection, contactsSql, contactCodec, key),
    handoffRows: readRows(connection, handoffsSql, handoffCodec, key),
    promiseRows: readRows(connection, promisesSql, promiseCodec, key),
  };
}

function readRows<Row>(
  connection: Connection,
  sql: string,
  codec: RowCodec<Row>,
  key: number,
): readonly Row[] {
  return tupleStatement<[number], SqlValue[]>(connection, sql)
    .all(key)
    .map((values) => codec.read(values));
}

/** Reads a case's interactions, in time order. */
export function readInteractions(connection: Connection, key: number): readonly Interaction[] {
  const sql = `SELECT ${interactionCodec.select} FROM interactions WHERE case_key = ? ORDER BY ordinal`;
  return readRows(connection, sql, interactionCodec, key).map(
    ({ ordinal, channel, startUs, endUs, isTouchpoint, initiator, isTransferred, team, body }) => ({
      ...{ ordinal, channel, startUs, endUs, isTouchpoint, initiator, isTransferred, team },
      ...body,
    }),
  );
}

/** Reads a case's handoffs, in time order. */
export function readHandoffs(connection: Connection, key: number): readonly Handoff[] {
  const sql = `SELECT ${fullHandoffCodec.select} FROM handoffs WHERE case_key = ? ORDER BY ordinal`;
  return readRows(connection, sql, fullHandoffCodec, key).map(
    ({ ordinal, kind, fromKind, toKind, initiator, gapUs, team, body }) => ({
      ...{ ordinal, kind, fromKind, toKind, initiator, gapUs, toTeam: team },
      ...body,
    }),
  );
}

/** Stores a case's interactions, handoffs and promises with their measures. */
export function insertChildRows(
  connection: Connection,
  caseKey: number,
  { interactions: all, handoffs: boundaries }: Pick<DerivedCase, "interactions" | "handoffs">,
  { contactRows, handoffRows, promiseRows }: ChildRows,
): void {
  const contacts = new Map(contactRows.map((row) => [row.ordinal, row]));
  for (const { interactionId, agentKinds, agentIds, promptVersions, models, ...rest } of all) {
    const { releases, messageCount, spanCount, strippedCount, isPassedOn, ...plain } = rest;
    const ids = { interactionId, agentKinds, agentIds, promptVersions, models, releases };
    const body = { ...ids, messageCount, spanCount, strippedCount, isPassedOn };
    const measured = contacts.get(plain.ordinal) ?? unmeasured;
    insert(connection, "interactions", interactionCodec, { ...measured, ...plain, caseKey, body });
  }
  boundaries.forEach(({ fromInteraction, toInteraction, isChannelChanged, atMessage }, at) => {
    const body = { fromInteraction, toInteraction, isChannelChanged, atMessage };
    const row = handoffRows[at];
    if (row !== undefined)
      insert(connection, "handoffs", fullHandoffCodec, { ...row, caseKey, body });
  });
  for (const row of promiseRows)
    insert(connection, "promises", fullPromiseCodec, { ...row, caseKey });
}

/** Of an interaction in which the customer took no part. */
const unmeasured = {
  ...({ agents: "unknown", notes: "unseen", disclosures: "none", escalation: null } as const),
  ...{ resolution: null, answerUs: null, humanAnswerUs: null, handledUs: 0, humanUs: 0 },
  ...{ prompt: null, release: null, persona: null, style: null, grounded: null, faithful: null },
  ...{ frustration: null, politeness: null, falseSuccess: null },
};

function insert<Row>(
  connection: Connection,
  table: "interactions" | "handoffs" | "promises",
  codec: RowCodec<Row>,
  row: Row,
): void {
  const sql = `INSERT INTO ${table} ${codec.insert}`;
  statement<SqlValue[]>(connection, sql).run(...codec.values(row));
}
