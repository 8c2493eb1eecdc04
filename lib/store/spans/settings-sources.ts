import { statement, type Database } from "../port";

/** The inputs of a stored span's reading; `detail` and `resource` as `StorableSpan` has them. */
export type SpanSource = { readonly detail: string; readonly resource: string };

/** The newest spans that belong to no case. */
export function readUnassignedSources(db: Database, limit: number): Promise<SpanSource[]> {
  const sql = `SELECT s.detail, r.body AS resource
    FROM (SELECT id FROM identities WHERE case_id IS NULL) i
    JOIN spans s ON s.identity = i.id JOIN contents r ON r.id = s.resource
    WHERE s.part <> 'event' ORDER BY s.id DESC LIMIT ?`;
  return db.read((connection) => statement<[number], SpanSource>(connection, sql).all(limit));
}

/** The newest spans with an unknown channel name. */
export function readUnknownChannelSources(db: Database, limit: number): Promise<SpanSource[]> {
  const sql = `SELECT s.detail, r.body AS resource
    FROM (SELECT span FROM span_findings WHERE code = 'unknown-channel' ORDER BY span DESC LIMIT ?) f
    JOIN spans s ON s.id = f.span JOIN contents r ON r.id = s.resource`;
  return db.read((connection) => statement<[number], SpanSource>(connection, sql).all(limit));
}

/** The types of cases, those with most cases first. */
export function readCaseTypes(
  db: Database,
  limit: number,
): Promise<{ readonly caseType: string; readonly cases: number }[]> {
  const sql = `SELECT case_type AS caseType, count(*) AS cases FROM cases
    WHERE case_type IS NOT NULL GROUP BY case_type ORDER BY cases DESC, case_type LIMIT ?`;
  type Row = { readonly caseType: string; readonly cases: number };
  return db.read((connection) => statement<[number], Row>(connection, sql).all(limit));
}
