import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What people watch; never replaced by a rebuild. */
export const alertRules = sqliteTable("alert_rules", {
  id: integer("id").primaryKey(),
  /** Public id. */
  owner: text("owner").notNull(),
  isOfVisitor: integer("is_of_visitor").notNull(),
  /** JSON: see `AlertRule`; its name is masked. */
  rule: text("rule").notNull(),
  /** JSON: see `AlertState`. */
  state: text("state").notNull(),
  /** JSON: see `AlertReading`; of the last look, null before it. */
  reading: text("reading"),
  /** JSON: whose cases the last look saw; null: all. */
  scope: text("scope"),
  changedUs: integer("changed_us").notNull(),
});

/** What became of a rule; the newest of each are kept. */
export const alertEvents = sqliteTable(
  "alert_events",
  {
    id: integer("id").primaryKey(),
    rule: integer("rule")
      .notNull()
      .references(() => alertRules.id),
    kind: text("kind").notNull(),
    atUs: integer("at_us").notNull(),
    /** Public id of whoever did it; null: it came of the data. */
    actor: text("actor"),
    /** JSON: see `AlertReading`; what the look saw. */
    reading: text("reading"),
    /** JSON: whose cases it saw; null: all. */
    scope: text("scope"),
  },
  (table) => [index("alert_events_by_rule").on(table.rule, table.id)],
);

/** Messages that are to be delivered, written with their event in one transaction. */
export const alertDeliveries = sqliteTable(
  "alert_deliveries",
  {
    id: integer("id").primaryKey(),
    event: integer("event")
      .notNull()
      .references(() => alertEvents.id),
    by: text("by").notNull(),
    /** JSON: see `AlertMessage`. */
    message: text("message").notNull(),
    attempts: integer("attempts").notNull(),
    /** When it is tried next; null: it arrived, or was given up. */
    nextUs: integer("next_us"),
    arrivedUs: integer("arrived_us"),
    /** Why the last attempt failed, see `deliveryProblems`. */
    problem: text("problem"),
  },
  (table) => [
    index("alert_deliveries_by_event").on(table.event),
    index("alert_deliveries_by_time").on(table.nextUs),
  ],
);

/** Where alerts are posted to; one row at most. */
export const alertWebhook = sqliteTable("alert_webhook", {
  id: integer("id").primaryKey(),
  url: text("url").notNull(),
  /** The secret is made of this and of the data folder's key, and stored nowhere. */
  salt: text("salt").notNull(),
  actor: text("actor").notNull(),
  atUs: integer("at_us").notNull(),
});
