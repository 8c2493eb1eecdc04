import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import type { AlertRule, StoredAlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertState } from "@/lib/domain/alerts/alert-state";
import type { Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { nextRevision } from "../queue";
import { insertEvents, removeEvents, type NewAlertEvent } from "./events";
import { insertRow } from "../insert-row";

/** A rule with where it stands. */
export type StoredAlert = {
  readonly rule: StoredAlertRule;
  readonly state: AlertState;
  /** Of the last look; null before it. */
  readonly reading: AlertReading | null;
  /** Whose cases the last look saw; null: all. */
  readonly scope: Scope | null;
};

type Row = {
  readonly id: number;
  readonly owner: string;
  readonly isOfVisitor: number;
  readonly rule: Json<AlertRule>;
  readonly state: Json<AlertState>;
  readonly reading: Json<AlertReading> | null;
  readonly scope: Json<Scope> | null;
  readonly changedUs: number;
};

const select = `SELECT id, owner, is_of_visitor AS isOfVisitor, rule, state, reading, scope,
  changed_us AS changedUs FROM alert_rules`;

/** All rules, in the order in which they were made. */
export function readAlerts(db: Database): Promise<StoredAlert[]> {
  return db.read(async (connection) =>
    (await statement<[], Row>(connection, `${select} ORDER BY id`).all()).map(alertOf),
  );
}

/** One rule; null where there is none. */
export function readAlert(db: Database, id: number): Promise<StoredAlert | null> {
  return db.read(async (connection) => {
    const row = await statement<[number], Row>(connection, `${select} WHERE id = ?`).get(id);
    return row === undefined ? null : alertOf(row);
  });
}

/** Stores a new rule. @returns its key */
export function addAlert(
  db: Database,
  { owner, isOfVisitor, changedUs }: Pick<StoredAlertRule, "owner" | "isOfVisitor" | "changedUs">,
  rule: AlertRule,
  state: AlertState,
): Promise<number> {
  const sql = `INSERT INTO alert_rules (owner, is_of_visitor, rule, state, changed_us)
    VALUES (?, ?, ?, ?, ?)`;
  return db.write(async (connection) => {
    await nextRevision(connection);
    const values = [JSON.stringify(rule), JSON.stringify(state)] as const;
    return insertRow(connection, sql, owner, Number(isOfVisitor), ...values, changedUs);
  });
}

/**
 * Replaces a rule and where it stands, in one transaction with what is sent of it; its last reading goes where the
 * state is new. A missing one is ignored.
 * @param next of the stored rule
 */
export function changeAlert(
  db: Database,
  id: number,
  { rule, changedUs }: { readonly rule: AlertRule; readonly changedUs: number },
  next: (alert: StoredAlert) => Pick<AlertRecord, "state" | "events">,
): Promise<void> {
  const sql = `UPDATE alert_rules SET rule = ?, state = ?, changed_us = ?,
    reading = CASE WHEN ? THEN NULL ELSE reading END WHERE id = ?`;
  return db.write(async (connection) => {
    const row = await statement<[number], Row>(connection, `${select} WHERE id = ?`).get(id);
    if (row === undefined) return;
    const { state, events } = next(alertOf(row));
    await nextRevision(connection);
    const update = statement<[string, string, number, number, number]>(connection, sql);
    const isNew = Number(state.status === "new");
    await update.run(JSON.stringify(rule), JSON.stringify(state), changedUs, isNew, id);
    await insertEvents(connection, id, events);
  });
}

/** Deletes a rule with its history; a missing one is ignored. */
export function removeAlert(db: Database, id: number): Promise<void> {
  return db.write(async (connection) => {
    await removeEvents(connection, id);
    await statement<[number]>(connection, "DELETE FROM alert_rules WHERE id = ?").run(id);
  });
}

/** What one look at the data, or a person, makes of a rule. */
export type AlertRecord = {
  readonly state: AlertState;
  /** Absent: the last look stays. */
  readonly look?: { readonly reading: AlertReading; readonly scope: Scope | null };
  readonly events: readonly NewAlertEvent[];
};

/**
 * Writes what becomes of a rule with its events and messages in one transaction.
 * @param changedUs of the rule that was looked at: nothing is written where it was changed since; null: whatever it is
 * @param next of the stored rule; null: nothing
 * @returns whether it was written
 */
export function recordAlert(
  db: Database,
  { id, changedUs }: { readonly id: number; readonly changedUs: number | null },
  next: (alert: StoredAlert) => AlertRecord | null,
): Promise<boolean> {
  return db.write(async (connection) => {
    const row = await statement<[number], Row>(connection, `${select} WHERE id = ?`).get(id);
    if (row === undefined || (changedUs !== null && row.changedUs !== changedUs)) return false;
    const record = next(alertOf(row));
    if (record === null) return false;
    const { state, look, events } = record;
    const sql = "UPDATE alert_rules SET state = ?, reading = ?, scope = ? WHERE id = ?";
    await statement<[string, string | null, string | null, number]>(connection, sql).run(
      JSON.stringify(state),
      look === undefined ? row.reading : JSON.stringify(look.reading),
      look === undefined ? row.scope : scopeJson(look.scope),
      id,
    );
    await insertEvents(connection, id, events);
    return true;
  });
}

/** JSON of a scope; null: all cases. */
function scopeJson(scope: Scope | null): string | null {
  return scope === null ? null : JSON.stringify(scope);
}

function alertOf({ id, owner, isOfVisitor, rule, state, reading, scope, changedUs }: Row) {
  return {
    rule: { ...fromJson(rule), id, owner, isOfVisitor: isOfVisitor === 1, changedUs },
    state: fromJson(state),
    reading: reading === null ? null : fromJson(reading),
    scope: scope === null ? null : fromJson(scope),
  };
}
