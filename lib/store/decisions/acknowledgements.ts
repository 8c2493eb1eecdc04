import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import { statement, type Database } from "../port";
import { insertRow } from "../insert-row";

/** Stores the acknowledgement of an alarm; none is ever replaced or removed. @returns its key */
export function addAcknowledgement(
  db: Database,
  { channel, attribute, contract, note, by, atUs }: Acknowledgement,
): Promise<number> {
  const sql = `INSERT INTO acknowledged_alarms (channel, attribute, contract, note, actor, at_us)
    VALUES (?, ?, ?, ?, ?, ?)`;
  return db.write((connection) =>
    insertRow(connection, sql, channel, attribute, contract, note, by, atUs),
  );
}

/** All of them, the latest first. */
export function readAcknowledgements(db: Database): Promise<Acknowledgement[]> {
  const sql = `SELECT channel, attribute, contract, note, actor AS by, at_us AS atUs
    FROM acknowledged_alarms ORDER BY id DESC`;
  return db.read((connection) => statement<[], Acknowledgement>(connection, sql).all());
}
