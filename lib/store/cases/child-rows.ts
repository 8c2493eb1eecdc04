import { disclosures, handoffs, interactions, personalValues, promises } from "@/db/schema";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import type { ReviewState } from "@/lib/domain/quality/disclosure-review";
import type { DerivedCase, Handoff, Interaction } from "@/lib/domain/case/case";
import { mapInOrder } from "@/lib/domain/in-order";
import { statement, tupleStatement, type Connection } from "../port";
import { reviewFinder } from "../decisions/find-reviews";
import { isWithheldSql } from "../decisions/withheld-reviews";
import { ofCases, readOfCases } from "./of-cases";
import { rowCodec, type RowCodec, type SqlValue } from "../row-codec";

/** The rows of a case's contacts, handoffs, promises, disclosures and personal values. */
export type ChildRows = Pick<
  CaseRow,
  "contactRows" | "handoffRows" | "promiseRows" | "disclosureRows" | "piiRows"
>;

export type ChildName = keyof ChildRows;

/** All kinds of children. */
export const childNames = [
  ...(["contactRows", "handoffRows", "promiseRows", "disclosureRows", "piiRows"] as const),
];

const contactCodec = rowCodec(interactions, ["caseKey", "isTouchpoint", "body"]);
const handoffCodec = rowCodec(handoffs, ["caseKey", "body"]);
const promiseCodec = rowCodec(promises, ["caseKey"]);
const disclosureCodec = rowCodec(disclosures, ["caseKey"]);
const piiCodec = rowCodec(personalValues, ["caseKey"]);

const interactionCodec = rowCodec(interactions);
const fullHandoffCodec = rowCodec(handoffs);
const fullPromiseCodec = rowCodec(promises);
const fullDisclosureCodec = rowCodec(disclosures);
const fullPiiCodec = rowCodec(personalValues);

const inOrder = "ORDER BY case_key, ordinal";

const contactsSql = `SELECT ${contactCodec.select}, case_key FROM interactions
  WHERE ${ofCases} AND is_touchpoint = 1 ${inOrder}`;
const handoffsSql = `SELECT ${handoffCodec.select}, case_key FROM handoffs WHERE ${ofCases} ${inOrder}`;
const promisesSql = `SELECT ${promiseCodec.select}, case_key FROM promises WHERE ${ofCases} ${inOrder}`;
const piiSql = `SELECT ${piiCodec.select}, case_key FROM personal_values WHERE ${ofCases} ${inOrder}`;
/** A decision on another finding of the rule is kept, and is none on this one. */
const disclosuresSql = `SELECT ${disclosureCodec.select},
    (SELECT CASE WHEN ${isWithheldSql("r")} THEN NULL ELSE actor END FROM disclosure_reviews r
      WHERE r.id = d.review_id),
    coalesce((SELECT CASE WHEN r.status <> d.status THEN 'open'
        WHEN ${isWithheldSql("r")} THEN 'withheld' ELSE r.decision END
      FROM disclosure_reviews r WHERE r.id = d.review_id), 'open'), case_key
  FROM disclosures d WHERE ${ofCases} ${inOrder}`;

type Reading<Row> = {
  readonly sql: string;
  readonly rowOf: (values: readonly SqlValue[]) => Row;
};

const readings: { readonly [Name in ChildName]: Reading<ChildRows[Name][number]> } = {
  contactRows: { sql: contactsSql, rowOf: (values) => contactCodec.read(values) },
  handoffRows: { sql: handoffsSql, rowOf: (values) => handoffCodec.read(values) },
  promiseRows: { sql: promisesSql, rowOf: (values) => promiseCodec.read(values) },
  disclosureRows: {
    sql: disclosuresSql,
    rowOf: (values) => ({
      ...disclosureCodec.read(values),
      reviewer: values.at(-3) as string | null,
      review: values.at(-2) as ReviewState,
    }),
  },
  piiRows: { sql: piiSql, rowOf: (values) => piiCodec.read(values) },
};

/**
 * Reads children of some cases, each kind in time order and in one round trip.
 * @param keys the cases'
 * @param names the kinds
 * @returns those of a case by its key
 */
export async function readChildRows<Name extends ChildName>(
  connection: Connection,
  keys: readonly number[],
  names: readonly Name[],
): Promise<(key: number) => Pick<ChildRows, Name>> {
  const read = await mapInOrder(names, async (name) => {
    const { sql, rowOf }: Reading<unknown> = readings[name];
    return { name, rowsOf: await readOfCases(connection, sql, keys, rowOf) };
  });
  return (key) => {
    const own = read.map(({ name, rowsOf }) => [name, rowsOf(key)] as const);
    // `Object.fromEntries` loses the types of the rows by name.
    return Object.fromEntries(own) as Pick<ChildRows, Name>;
  };
}

async function readRows<Row>(
  connection: Connection,
  sql: string,
  codec: RowCodec<Row>,
  key: number,
): Promise<readonly Row[]> {
  return (await tupleStatement<[number], SqlValue[]>(connection, sql).all(key)).map((values) =>
    codec.read(values),
  );
}

/** Reads a case's interactions, in time order. */
export async function readInteractions(
  connection: Connection,
  key: number,
): Promise<readonly Interaction[]> {
  const sql = `SELECT ${interactionCodec.select} FROM interactions WHERE case_key = ? ORDER BY ordinal`;
  return (await readRows(connection, sql, interactionCodec, key)).map(
    ({ ordinal, channel, startUs, endUs, isTouchpoint, initiator, isTransferred, team, body }) => ({
      ...{ ordinal, channel, startUs, endUs, isTouchpoint, initiator, isTransferred, team },
      ...body,
    }),
  );
}

/** Reads a case's handoffs, in time order. */
export async function readHandoffs(
  connection: Connection,
  key: number,
): Promise<readonly Handoff[]> {
  const sql = `SELECT ${fullHandoffCodec.select} FROM handoffs WHERE case_key = ? ORDER BY ordinal`;
  return (await readRows(connection, sql, fullHandoffCodec, key)).map(
    ({ ordinal, kind, fromKind, toKind, initiator, gapUs, team, body }) => ({
      ...{ ordinal, kind, fromKind, toKind, initiator, gapUs, toTeam: team },
      ...body,
    }),
  );
}

/** Stores a case's interactions, handoffs, promises, disclosures and personal values with their measures. */
export async function insertChildRows(
  connection: Connection,
  caseKey: number,
  derived: Pick<DerivedCase, "caseId" | "interactions" | "handoffs" | "messages">,
  { contactRows, handoffRows, promiseRows, disclosureRows, piiRows }: ChildRows,
): Promise<void> {
  const { interactions: all, handoffs: boundaries } = derived;
  const contacts = new Map(contactRows.map((row) => [row.ordinal, row]));
  const stored = all.map((interaction) => {
    const { interactionId, agentKinds, agentIds, promptVersions, models, ...rest } = interaction;
    const { releases, messageCount, spanCount, strippedCount, ...flags } = rest;
    const { isPassedOn, account, ...plain } = flags;
    const ids = { interactionId, agentKinds, agentIds, promptVersions, models, releases };
    const counts = { messageCount, spanCount, strippedCount };
    const body = { ...ids, ...counts, isPassedOn, account };
    return { ...(contacts.get(plain.ordinal) ?? unmeasured), ...plain, caseKey, body };
  });
  await insertAll(connection, "interactions", interactionCodec, stored);
  const crossed = boundaries.flatMap((boundary, at) => {
    const { fromInteraction, toInteraction, isChannelChanged, atMessage } = boundary;
    const body = { fromInteraction, toInteraction, isChannelChanged, atMessage };
    const row = handoffRows[at];
    return row === undefined ? [] : [{ ...row, caseKey, body }];
  });
  await insertAll(connection, "handoffs", fullHandoffCodec, crossed);
  const ofCase = <Row>(row: Row) => ({ ...row, caseKey });
  await insertAll(connection, "promises", fullPromiseCodec, promiseRows.map(ofCase));
  await insertAll(connection, "personal_values", fullPiiCodec, piiRows.map(ofCase));
  await insertDisclosureRows(connection, caseKey, derived, disclosureRows);
}

/** What decisions are found by. */
type Reviewed = Pick<DerivedCase, "caseId" | "interactions" | "messages">;

async function insertDisclosureRows(
  connection: Connection,
  caseKey: number,
  derived: Reviewed,
  rows: ChildRows["disclosureRows"],
): Promise<void> {
  const reviewed = await reviewFinder(connection, derived);
  const judged = await mapInOrder(rows, async (row) => ({
    ...row,
    ...(await reviewed(row)),
    caseKey,
  }));
  await insertAll(connection, "disclosures", fullDisclosureCodec, judged);
}

/** Replaces a case's disclosures and their summary in its contacts. */
export async function replaceDisclosureRows(
  connection: Connection,
  caseKey: number,
  derived: Reviewed,
  {
    contactRows,
    disclosureRows,
  }: Pick<ChildRows, "disclosureRows"> & {
    readonly contactRows: readonly Pick<ContactRow, "ordinal" | "disclosures" | "unread">[];
  },
): Promise<void> {
  await statement<[number]>(connection, "DELETE FROM disclosures WHERE case_key = ?").run(caseKey);
  await insertDisclosureRows(connection, caseKey, derived, disclosureRows);
  const sql = `UPDATE interactions SET disclosures = ?, unread = ?
    WHERE case_key = ? AND ordinal = ?`;
  const update = statement<[string, string | null, number, number]>(connection, sql);
  for (const { disclosures: summary, unread, ordinal } of contactRows)
    await update.run(summary, unread, caseKey, ordinal);
}

/** Of an interaction in which the customer took no part. */
const unmeasured = {
  ...({ agents: "unknown", notes: "unseen", disclosures: "none", escalation: null } as const),
  ...{ resolution: null, answerUs: null, humanAnswerUs: null, handledUs: 0, humanUs: 0 },
  ...{ prompt: null, release: null, persona: null, style: null, grounded: null, faithful: null },
  ...{ frustration: null, politeness: null, falseSuccess: null, unread: null },
};

async function insertAll<Row>(
  connection: Connection,
  table: "interactions" | "handoffs" | "promises" | "disclosures" | "personal_values",
  codec: RowCodec<Row>,
  rows: readonly Row[],
): Promise<void> {
  const sql = `INSERT INTO ${table} ${codec.insert}`;
  await statement<SqlValue[]>(connection, sql).runAll(rows.map(codec.values));
}
