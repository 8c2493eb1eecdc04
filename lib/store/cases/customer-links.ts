import type { CaseClosing, DerivedCase } from "@/lib/domain/case/case";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { readKnowledge } from "./knowledge";
import { readJudged, type JudgedCase } from "./read-case";
import { isUnchanged, writeDisclosures, type CaseDisclosures } from "./write-disclosures";
import { isOversized, noteOversized } from "../spans/oversized-groups";
import { enqueue, isCurrent, nextRevision, settle, type Stamp, type QueueEntry } from "../queue";
import { everyInOrder, filterInOrder } from "@/lib/domain/in-order";

type Links = { readonly repeatUs: number | null; readonly repeatCaseId: string | null };

/** What linking needs of a case, and its current links. */
export type CustomerCase = Pick<
  DerivedCase,
  "caseId" | "lastContactUs" | "closing" | "mergedInto"
> &
  Links & {
    readonly key: number;
    /** Those in which the customer took part. */
    readonly contacts: readonly {
      readonly ordinal: number;
      readonly startUs: number;
      readonly endUs: number;
      readonly account: number;
    }[];
  };

/** A contact of a case that changed, was added or removed; 0 where the case has none. */
type Change = { readonly caseId: string; readonly contactUs: number };

/** What a customer said in a contact, in order, and the tool calls of it that did not fail. */
export type StoredContact = {
  readonly texts: readonly string[];
  readonly calls: readonly { readonly name: string; readonly args: string }[];
};

/** Input of linking a customer's cases. */
export type CustomerToLink = {
  /** All of them; null where they are too many for one customer. */
  readonly cases: readonly CustomerCase[] | null;
  /** Changes since the last linking; null: they were too many then, so none is linked. */
  readonly changes: readonly Change[] | null;
  /** The beginnings of a contact's messages; of a long contact the first. */
  readonly readContact: (caseKey: number, ordinal: number) => Promise<StoredContact>;
  /** What rules are judged on of one of the cases. */
  readonly readJudged: (caseId: string) => Promise<JudgedCase | null>;
  readonly readKnowledge: (caseKey: number) => Promise<StoredKnowledge | null>;
};

type Row = Omit<CustomerCase, "closing" | "contacts"> & {
  readonly closedUs: number | null;
  readonly closedFrom: CaseClosing["from"] | null;
};

/**
 * Reads a customer's cases at one moment.
 * @param casesMax above so many they are not read
 * @param link computes the links; contacts can be read until it returns
 */
export function readCustomerToLink<Result>(
  db: Database,
  customerId: string,
  casesMax: number,
  link: (customer: CustomerToLink) => Result,
): Promise<Result> {
  return db.read(async (connection) => {
    const isCrowd = await hasMoreCases(connection, customerId, casesMax);
    const wasCrowd = await isOversized(connection, "customer", customerId);
    return link({
      cases: isCrowd ? null : await readCases(connection, customerId),
      changes: wasCrowd && !isCrowd ? null : await readChanges(connection, customerId),
      readContact: (caseKey, ordinal) => readContact(connection, caseKey, ordinal),
      readJudged: (caseId) => readJudged(connection, caseId),
      readKnowledge: (caseKey) => readKnowledge(connection, caseKey),
    });
  });
}

async function hasMoreCases(
  connection: Connection,
  customerId: string,
  casesMax: number,
): Promise<boolean> {
  const sql = "SELECT 1 FROM cases WHERE customer_id = ? LIMIT 1 OFFSET ?";
  return (
    (await statement<[string, number]>(connection, sql).get(customerId, casesMax)) !== undefined
  );
}

async function readCases(connection: Connection, customerId: string): Promise<CustomerCase[]> {
  const sql = `SELECT id AS key, case_id AS caseId, last_contact_us AS lastContactUs,
      closed_us AS closedUs, closed_from AS closedFrom, merged_into AS mergedInto,
      repeat_us AS repeatUs, repeat_case_id AS repeatCaseId
    FROM cases WHERE customer_id = ?`;
  const contacts = await readContactStarts(connection, customerId);
  return (await statement<[string], Row>(connection, sql).all(customerId)).map(
    ({ closedUs, closedFrom, ...rest }) => ({
      ...rest,
      contacts: contacts.get(rest.key) ?? [],
      closing:
        closedUs === null || closedFrom === null ? null : { atUs: closedUs, from: closedFrom },
    }),
  );
}

async function readContactStarts(
  connection: Connection,
  customerId: string,
): Promise<ReadonlyMap<number, CustomerCase["contacts"]>> {
  const sql = `SELECT i.case_key AS key, i.ordinal, i.start_us AS startUs, i.end_us AS endUs,
      coalesce(CAST(i.body ->> '$.account' AS bigint), 0) AS account
    FROM cases c JOIN interactions i ON i.case_key = c.id
    WHERE c.customer_id = ? AND i.is_touchpoint = 1`;
  type Start = CustomerCase["contacts"][number] & { readonly key: number };
  const found = new Map<number, CustomerCase["contacts"][number][]>();
  for (const { key, ...contact } of await statement<[string], Start>(connection, sql).all(
    customerId,
  )) {
    const known = found.get(key);
    if (known === undefined) found.set(key, [contact]);
    else known.push(contact);
  }
  return found;
}

function readChanges(connection: Connection, customerId: string): Promise<Change[]> {
  const sql = `SELECT case_id AS caseId, contact_us AS contactUs FROM customer_changes
    WHERE customer_id = ?`;
  return statement<[string], Change>(connection, sql).all(customerId);
}

/** Messages of a contact that are read, and characters of each. */
const messagesMax = 200;
const charactersMax = 4000;

async function readContact(
  connection: Connection,
  caseKey: number,
  ordinal: number,
): Promise<StoredContact> {
  const sql = `SELECT m.speaker, CASE m.speaker WHEN 'customer' THEN substr(t.body, 1, @charactersMax) END AS text,
      m.body ->> '$.tool.name' AS name, substr(m.body ->> '$.tool.args', 1, @charactersMax) AS args,
      CAST(m.body ->> '$.tool.isError' AS bigint) AS isError
    FROM messages m JOIN contents t ON t.id = m.content
    WHERE m.case_key = @caseKey AND m.interaction = @ordinal AND m.speaker IN ('customer', 'tool')
    ORDER BY m.ordinal LIMIT @messagesMax`;
  const rows = await statement<[ContactQuery], ContactMessage>(connection, sql).all({
    ...{ caseKey, ordinal },
    ...{ messagesMax, charactersMax },
  });
  return {
    texts: rows.flatMap(({ text }) => text ?? []),
    calls: rows.flatMap(({ name, args, isError }) =>
      name === null || args === null || isError === 1 ? [] : [{ name, args }],
    ),
  };
}

type ContactQuery = Readonly<
  Record<"caseKey" | "ordinal" | "messagesMax" | "charactersMax", number>
>;

type ContactMessage = {
  readonly text: string | null;
  readonly name: string | null;
  readonly args: string | null;
  readonly isError: number | null;
};

export type CustomerLinks = {
  readonly entry: QueueEntry;
  /** By case id, of those examined; "none": the cases are too many for one customer. */
  readonly links: ReadonlyMap<string, Links> | "none";
  readonly disclosures: JoinedDisclosures;
};

/**
 * The cases whose disclosures differ from what is stored; "alone": the cases are too many for one customer, so that
 * each is judged without the others.
 */
type JoinedDisclosures = readonly CaseDisclosures[] | "alone";

/**
 * Stores the links between customers' cases. A customer that was enqueued again meanwhile is skipped, and so is one
 * whose cases' disclosures were written meanwhile.
 * @returns the entries that were settled
 */
export function writeCustomerLinks(
  db: Database,
  customers: readonly CustomerLinks[],
  nowUs: number,
): Promise<QueueEntry[]> {
  return db.write(async (connection) => {
    const revision = await nextRevision(connection);
    const current = await filterInOrder(
      customers,
      async ({ entry, disclosures }) =>
        (await isCurrent(connection, "customer", entry)) &&
        (disclosures === "alone" ||
          (await everyInOrder(disclosures, (each) => isUnchanged(connection, each)))),
    );
    for (const { entry, links, disclosures } of current) {
      if (disclosures === "alone") await judgeAlone(connection, entry.key, { revision, nowUs });
      else for (const each of disclosures) await writeDisclosures(connection, each, revision);
      if (links === "none") await clearLinks(connection, entry.key, revision);
      else await writeLinks(connection, links, revision);
      await noteOversized(connection, "customer", entry.key, links === "none");
      const sql = "DELETE FROM customer_changes WHERE customer_id = ?";
      await statement<[string]>(connection, sql).run(entry.key);
    }
    return filterInOrder(
      current.map(({ entry }) => entry),
      (entry) => settle(connection, "customer", entry),
    );
  });
}

/** Enqueues a customer's cases when they became too many, to forget what each says of the others. */
async function judgeAlone(connection: Connection, customerId: string, stamp: Stamp): Promise<void> {
  if (await isOversized(connection, "customer", customerId)) return;
  const sql = "SELECT case_id FROM cases WHERE customer_id = ?";
  const cases = await tupleStatement<[string], [string]>(connection, sql).all(customerId);
  await enqueue(
    connection,
    "case",
    cases.map(([caseId]) => caseId),
    stamp,
  );
}

/** Of all cases where they became too many; else of cases that joined them, with links from elsewhere. */
async function clearLinks(
  connection: Connection,
  customerId: string,
  revision: number,
): Promise<void> {
  const which = (await isOversized(connection, "customer", customerId))
    ? "case_id IN (SELECT case_id FROM customer_changes WHERE customer_id = @customerId) AND"
    : "";
  const sql = `UPDATE cases SET repeat_us = NULL, repeat_case_id = NULL, changed = @revision
    WHERE ${which} customer_id = @customerId
      AND (repeat_us IS NOT NULL OR repeat_case_id IS NOT NULL)`;
  await statement<[{ readonly customerId: string; readonly revision: number }]>(
    connection,
    sql,
  ).run({
    customerId,
    revision,
  });
}

async function writeLinks(
  connection: Connection,
  links: ReadonlyMap<string, Links>,
  revision: number,
): Promise<void> {
  const sql = `UPDATE cases SET repeat_us = @repeatUs, repeat_case_id = @repeatCaseId, changed = @revision
    WHERE case_id = @caseId AND (repeat_us IS DISTINCT FROM @repeatUs OR repeat_case_id IS DISTINCT FROM @repeatCaseId)`;
  const update = statement<[Links & { readonly caseId: string; readonly revision: number }]>(
    connection,
    sql,
  );
  for (const [caseId, { repeatUs, repeatCaseId }] of links) {
    await update.run({ repeatUs, repeatCaseId, caseId, revision });
  }
}
