import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from "drizzle-orm/sqlite-core";
import type { GateAction } from "@/lib/domain/gate/gate-action";
import type { CohortOrigin } from "@/lib/domain/gate/stored-cohort";
import type { RunOutcome } from "@/lib/domain/gate/run";

/** Replays of cohorts' items: derived from their spans as cases are, and apart from them. */
export const replays = sqliteTable(
  "replays",
  {
    id: integer("id").primaryKey(),
    /** See `replayCaseId`. */
    caseId: text("case_id").notNull().unique(),
    run: text("run").notNull(),
    item: text("item").notNull(),
    repeat: integer("repeat").notNull(),
    /** What its spans name; null: nothing, or several. */
    release: text("release"),
    cohort: text("cohort"),
    /** JSON: "name@version" of each prompt that spoke, in order. */
    prompts: text("prompts", { mode: "json" }).$type<readonly string[]>().notNull(),
    /** JSON: what each evaluator said of it. */
    outcomes: text("outcomes", { mode: "json" }).$type<readonly RunOutcome[]>().notNull(),
    startedUs: integer("started_us"),
    /** The derived case as JSON, deflated. */
    derived: blob("derived", { mode: "buffer" }).notNull(),
    derivedWith: text("derived_with").notNull(),
    /** JSON: what the agent changed; null: the replay cannot be judged. */
    actions: text("actions", { mode: "json" }).$type<readonly GateAction[]>(),
  },
  (table) => [index("replays_by_run").on(table.run, table.item, table.repeat)],
);

/** Runs that were imported or replayed by command; one whose spans were only sent has no row. */
export const runs = sqliteTable("runs", {
  run: text("run").primaryKey(),
  release: text("release").notNull(),
  /** Hash of the cohort that was replayed; null: not stated. */
  cohort: text("cohort"),
  createdUs: integer("created_us").notNull(),
  /** JSON: items of which no replay came, and why. */
  missing: text("missing", { mode: "json" })
    .$type<readonly { readonly item: string; readonly why: string }[]>()
    .notNull(),
});

/** Versions of cohorts; never changed, except that an erased customer's items go. */
export const cohorts = sqliteTable(
  "cohorts",
  {
    id: integer("id").primaryKey(),
    name: text("name").notNull(),
    version: integer("version").notNull(),
    /** Of its contents. */
    sha256: text("sha256").notNull(),
    /** Public id of who made it; null: a command. */
    createdBy: text("created_by"),
    createdUs: integer("created_us").notNull(),
    /** JSON: where its items are from, such as a filter or a seed. */
    origin: text("origin", { mode: "json" }).$type<CohortOrigin>().notNull(),
    /** Items that were erased since. */
    erased: integer("erased").notNull().default(0),
  },
  (table) => [
    unique("cohorts_by_name").on(table.name, table.version),
    index("cohorts_by_hash").on(table.sha256),
  ],
);

export const cohortItems = sqliteTable(
  "cohort_items",
  {
    cohort: integer("cohort")
      .notNull()
      .references(() => cohorts.id),
    item: text("item").notNull(),
    /** The case of production that it was made of; null: none. */
    caseId: text("case_id"),
    /** JSON: see `cohortItemSchema`. */
    body: text("body").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cohort, table.item] }),
    index("cohort_items_by_case").on(table.caseId),
  ],
);

/** The gate's verdicts with all that they rest on. An attempt that was deleted keeps its hashes, so that it counts. */
export const gateVerdicts = sqliteTable(
  "gate_verdicts",
  {
    id: integer("id").primaryKey(),
    run: text("run").notNull(),
    release: text("release").notNull(),
    /** Hash of the cohort, and of the candidate's outcomes. */
    cohort: text("cohort").notNull(),
    candidate: text("candidate").notNull(),
    createdUs: integer("created_us").notNull(),
    /** One line as `formatRecord` writes it; null: deleted. */
    record: text("record"),
    deletedBy: text("deleted_by"),
    deletedUs: integer("deleted_us"),
    /** Who answers for it though it is not proven: public id and name. */
    signedBy: text("signed_by"),
    signedName: text("signed_name"),
    signedUs: integer("signed_us"),
    /** Masked. */
    signedReason: text("signed_reason"),
    /** Hash of the run, cohort and record that were signed off. */
    signedHash: text("signed_hash"),
  },
  (table) => [
    index("gate_verdicts_by_attempt").on(table.release, table.cohort),
    index("gate_verdicts_by_run").on(table.run),
  ],
);
