import type { Annotation, NewAnnotation } from "@/lib/domain/settings/annotation";
import { statement, type Database } from "../port";
import { insertRow } from "../insert-row";

/** Keeps an annotation. @param annotation.text masked @returns its key */
export function addAnnotation(
  db: Database,
  annotation: NewAnnotation & { readonly author: string },
  nowUs: number,
): Promise<number> {
  const { kind, fromUs, toUs, text, author } = annotation;
  const sql = `INSERT INTO annotations (kind, from_us, to_us, text, author, created_us)
    VALUES (?, ?, ?, ?, ?, ?)`;
  return db.write((connection) =>
    insertRow(connection, sql, kind, fromUs, toUs, text, author, nowUs),
  );
}

/** @returns false where it was removed already */
export function removeAnnotation(db: Database, id: number): Promise<boolean> {
  const sql = "DELETE FROM annotations WHERE id = ?";
  return db.write(
    async (connection) => (await statement<[number]>(connection, sql).run(id)).changes > 0,
  );
}

/**
 * The annotations that overlap a period, by start.
 * @param fromUs inclusive, `toUs` exclusive; microseconds since 1970
 */
export function readAnnotations(db: Database, fromUs: number, toUs: number): Promise<Annotation[]> {
  const sql = `${select} WHERE from_us < ? AND (from_us >= ? OR to_us > ?) ORDER BY from_us, id`;
  return db.read((connection) =>
    statement<[number, number, number], Annotation>(connection, sql).all(toUs, fromUs, fromUs),
  );
}

/** An annotation without its words, for the audit. @returns null where there is none */
export function readAnnotationFacts(
  db: Database,
  id: number,
): Promise<Pick<Annotation, "kind" | "fromUs" | "toUs"> | null> {
  const sql = `SELECT kind, from_us AS fromUs, to_us AS toUs FROM annotations WHERE id = ?`;
  return db.read(
    async (connection) => (await statement<[number], Annotation>(connection, sql).get(id)) ?? null,
  );
}

const select = `SELECT id, kind, from_us AS fromUs, to_us AS toUs, text, author,
  created_us AS createdUs FROM annotations`;
