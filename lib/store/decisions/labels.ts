import type { Label, LabelAnchor, LabelAnswer } from "@/lib/domain/quality/label";
import type { Scope } from "@/lib/domain/people/permission";
import { caseVisibility } from "../cases/case-scope";
import { statement, type Connection, type Database } from "../port";
import { hashOf } from "../spans/intern";
import { fromJson, type Json } from "../json";
import { nextRevision } from "../queue";
import { insertRow } from "../insert-row";

/** A short hash of words, by which labels find their target again. */
export function hashWords(words: string): string {
  return hashOf(words).toString("hex").slice(0, 16);
}

type NewLabel = Omit<Label, "id" | "atUs" | "currentCaseId">;

/** Stores a label in place of the same person's on the same target. @returns its key */
export function putLabel(db: Database, label: NewLabel, nowUs: number): Promise<number> {
  return db.write(async (connection) => {
    await nextRevision(connection);
    const { actor, evaluator, version, anchor, said, answer } = label;
    const anchorJson = JSON.stringify(anchor);
    const remove = "DELETE FROM labels WHERE actor = ? AND evaluator = ? AND anchor = ?";
    await statement<[string, string, string]>(connection, remove).run(actor, evaluator, anchorJson);
    const [traceId = null, spanId = null] = spanOf(anchor)?.split("/") ?? [];
    const row: Written = {
      ...{ actor, evaluator, traceId, spanId, nowUs },
      caseId: label.caseId,
      version: version === "imported" ? null : version,
      kind: anchor.kind,
      anchor: anchorJson,
      said: JSON.stringify(said),
      answer: JSON.stringify(answer),
      reason: label.reason,
      evidenceHash: label.evidenceHash,
    };
    return insertRow(connection, insertSql, row);
  });
}

type Written = Readonly<Record<string, string | number | null>>;
const insertSql = `INSERT INTO labels (actor, case_id, evaluator, version, kind, anchor, trace_id,
    span_id, said, answer, reason, evidence_hash, created_us)
  VALUES (@actor, @caseId, @evaluator, @version, @kind, @anchor, @traceId,
    @spanId, @said, @answer, @reason, @evidenceHash, @nowUs)`;

function spanOf(anchor: LabelAnchor): string | null {
  if (anchor.kind === "case") return null;
  return anchor.kind === "span" ? anchor.span : anchor.message.span;
}

/** @returns false where it was withdrawn already, or somebody else gave it */
export function removeLabel(db: Database, id: number, actor: string): Promise<boolean> {
  return db.write(async (connection) => {
    await nextRevision(connection);
    const sql = "DELETE FROM labels WHERE id = ? AND actor = ?";
    return (await statement<[number, string]>(connection, sql).run(id, actor)).changes > 0;
  });
}

type Row = Omit<Label, "anchor" | "said" | "answer" | "version"> & {
  readonly version: number | null;
  readonly anchor: Json<LabelAnchor>;
  readonly said: Json<Label["said"]>;
  readonly answer: Json<LabelAnswer>;
};

/**
 * SQL: labels, oldest first, each with the case that the anchored span is in now, else the one that the label's case was
 * merged into. What traces, cases and labels say is joined last: they are on different machines.
 * @param which a condition on labels
 */
function labelsSql(which: string): string {
  return `WITH chosen AS MATERIALIZED (SELECT * FROM labels WHERE ${which}),
    placed AS MATERIALIZED (SELECT t.trace_id, s.span_id, i.case_id
      FROM traces t JOIN spans s ON s.trace = t.id JOIN identities i ON i.id = s.identity
      WHERE t.trace_id IN (SELECT trace_id FROM chosen) AND s.span_id IN (SELECT span_id FROM chosen)),
    merged AS MATERIALIZED (SELECT case_id, merged_into FROM cases
      WHERE case_id IN (SELECT case_id FROM chosen))
    SELECT l.id, l.actor, l.case_id AS caseId,
      coalesce(p.case_id, m.merged_into, l.case_id) AS currentCaseId, l.evaluator, l.version, l.anchor,
      l.said, l.answer, l.reason, l.evidence_hash AS evidenceHash, l.created_us AS atUs
    FROM chosen l LEFT JOIN placed p ON p.trace_id = l.trace_id AND p.span_id = l.span_id
      LEFT JOIN merged m ON m.case_id = l.case_id
    ORDER BY l.created_us, l.id`;
}

/** The labels on a case and, within the scope, those of targets that moved into it, oldest first. */
export async function readCaseLabels(
  db: Database,
  scope: Scope | null,
  caseId: string,
): Promise<Label[]> {
  const sql = labelsSql(`id IN (
      SELECT id FROM labels WHERE case_id IN (SELECT @caseId
        UNION SELECT from_case_id FROM decisions WHERE kind = 'merge' AND to_case_id = @caseId
        UNION SELECT case_id FROM case_records WHERE merged_into = @caseId)
      UNION SELECT f.id FROM identities i CROSS JOIN spans s CROSS JOIN traces t CROSS JOIN labels f
        WHERE i.case_id = @caseId AND s.identity = i.id AND t.id = s.trace
          AND f.trace_id = t.trace_id AND f.span_id = s.span_id)`);
  const labels = await db.read(async (connection) =>
    (await statement<[{ readonly caseId: string }], Row>(connection, sql).all({ caseId })).map(
      labelOf,
    ),
  );
  return inScope(
    db,
    scope,
    labels.filter((label) => label.currentCaseId === caseId || label.caseId === caseId),
  );
}

/** All labels of an evaluator's scores, within the scope, oldest first. */
export async function readEvaluatorLabels(
  db: Database,
  scope: Scope | null,
  evaluator: string,
): Promise<Label[]> {
  const sql = labelsSql("evaluator = ?");
  const labels = await db.read(async (connection) =>
    (await statement<[string], Row>(connection, sql).all(evaluator)).map(labelOf),
  );
  return inScope(db, scope, labels);
}

/** A label by its key. @returns null where there is none */
export function readLabel(db: Database, id: number): Promise<Label | null> {
  return db.read((connection) => labelWhere(connection, id));
}

/** Names of the evaluators that anybody's labels are about, ordered. */
export function readLabelledEvaluators(db: Database): Promise<string[]> {
  const sql = "SELECT DISTINCT evaluator FROM labels ORDER BY evaluator";
  return db.read(async (connection) =>
    (await statement<[], { evaluator: string }>(connection, sql).all()).map(
      ({ evaluator }) => evaluator,
    ),
  );
}

async function labelWhere(connection: Connection, id: number): Promise<Label | null> {
  const sql = labelsSql("id = ?");
  const row = await statement<[number], Row>(connection, sql).get(id);
  return row === undefined ? null : labelOf(row);
}

async function inScope(
  db: Database,
  scope: Scope | null,
  labels: readonly Label[],
): Promise<Label[]> {
  if (scope === null) return [...labels];
  const sights = new Map<string, Promise<string>>();
  const sightOf = (caseId: string) => {
    const sight = sights.get(caseId) ?? caseVisibility(db, scope, caseId);
    sights.set(caseId, sight);
    return sight;
  };
  const seen = await Promise.all(
    labels.map(async (label) => [await sightOf(label.caseId), await sightOf(label.currentCaseId)]),
  );
  return labels.filter((_, index) => isSeen(seen[index] ?? []));
}

/** A deleted case hides nothing by itself; one beyond the scope does. */
function isSeen(sights: readonly string[]): boolean {
  return sights.includes("seen") && !sights.includes("hidden");
}

function labelOf({ version, anchor, said, answer, ...plain }: Row): Label {
  return {
    ...plain,
    version: version ?? "imported",
    anchor: fromJson(anchor),
    said: fromJson(said),
    answer: fromJson(answer),
  };
}
