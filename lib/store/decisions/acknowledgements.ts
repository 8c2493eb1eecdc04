import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import { statement, type Database } from "../database";

/** Stores the acknowledgement of an alarm; none is ever replaced or removed. @returns its key */
export function addAcknowledgement(
  db: Database,
  { channel, attribute, contract, note, by, atUs }: Acknowledgement,
): Promise<number> {
  const sql = `INSERT INTO acknowledged_alarms (channel, attribute, contract, note, actor, at_us)
    VALUES (?, ?, ?, ?, ?, ?)`;
  return db.write((connection) => {
    const insert = statement<[string, string, number | null, string, string, number]>(
      connection,
      sql,
    );
    return Number(insert.run(channel, attribute, contract, note, by, atUs).lastInsertRowid);
  });
}

/** All of them, the latest first. */
export function readAcknowledgements(db: Database): Promise<Acknowledgement[]> {
  const sql = `SELECT channel, attribute, contract, note, actor AS by, at_us AS atUs
    FROM acknowledged_alarms ORDER BY id DESC`;
  return db.read((connection) => statement<[], Acknowledgement>(connection, sql).all());
}
