import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { Risk } from "@/lib/domain/trace/identity";
import type { Channel } from "@/lib/domain/trace/channel";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { flatMapInOrder } from "@/lib/domain/in-order";

/** What a cohort is drawn by of a case. */
export type CohortSourceFacts = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  /** Declared, else inferred. */
  readonly intent: string | null;
  readonly risk: Risk | null;
  /** Null: no contact says when. */
  readonly openedUs: number | null;
  /** Of the touchpoints in order. */
  readonly channels: readonly Channel[];
};

/** A case with what its customer wrote and said. */
export type CohortSource = CohortSourceFacts & {
  readonly opening: NonNullable<CohortItem["opening"]>;
};

type Row = Omit<CohortSourceFacts, "channels"> & {
  readonly key: number;
  readonly channels: Json<readonly Channel[]>;
};

const factsSql = `SELECT id AS key, case_id AS caseId, customer_id AS customerId, case_type AS caseType,
    coalesce(intent, inferred_intent) AS intent, risk, opened_us AS openedUs, channels FROM cases`;

function factsOf({ key: _key, channels, ...row }: Row): CohortSourceFacts {
  return { ...row, channels: fromJson(channels) };
}

/** What some cases are drawn by, in the order of their keys; deleted ones are left out. */
export function readCohortSourceFacts(
  db: Database,
  keys: Iterable<number>,
): Promise<readonly CohortSourceFacts[]> {
  return db.read(async (connection) => {
    const read = statement<[number], Row>(connection, `${factsSql} WHERE id = ?`);
    return (await flatMapInOrder([...keys], (key) => read.all(key))).map(factsOf);
  });
}

/** A case as a cohort's item is made of it. @returns null where there is no such case */
export async function readCohortSource(
  connection: Connection,
  caseId: string,
): Promise<CohortSource | null> {
  const row = await statement<[string], Row>(connection, `${factsSql} WHERE case_id = ?`).get(
    caseId,
  );
  if (row === undefined) return null;
  const sql = `SELECT i.channel, t.body AS text FROM messages m
    JOIN contents t ON t.id = m.content
    JOIN interactions i ON i.case_key = m.case_key AND i.ordinal = m.interaction
    WHERE m.case_key = ? AND m.speaker = 'customer' ORDER BY m.ordinal`;
  type Said = CohortSource["opening"][number];
  return {
    ...factsOf(row),
    opening: await statement<[number], Said>(connection, sql).all(row.key),
  };
}

/**
 * How many cases were opened from an instant on, by what is an item's stratum: the case's type, else its intent.
 * @param fromUs microseconds since 1970
 */
export function countStrata(
  db: Database,
  fromUs: number,
): Promise<readonly { readonly stratum: string; readonly cases: number }[]> {
  const sql = `SELECT coalesce(case_type, intent, inferred_intent) AS stratum, count(*) AS cases FROM cases
    WHERE opened_us >= ? AND coalesce(case_type, intent, inferred_intent) IS NOT NULL
    GROUP BY 1 ORDER BY 1`;
  type Row = { readonly stratum: string; readonly cases: number };
  return db.read((connection) => statement<[number], Row>(connection, sql).all(fromUs));
}

/** The customers of some cases, by case id; a case that is gone or whose customer is not known has none. */
export async function readCustomersOf(
  connection: Connection,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const sql = `SELECT case_id AS caseId, customer_id AS customerId FROM cases
    WHERE customer_id IS NOT NULL AND case_id IN (SELECT value FROM json_each(?))`;
  const rows = statement<[string], { caseId: string; customerId: string }>(connection, sql);
  return new Map(
    (await rows.all(JSON.stringify(caseIds))).map(({ caseId, customerId }) => [caseId, customerId]),
  );
}
