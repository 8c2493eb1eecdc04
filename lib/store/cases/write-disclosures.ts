import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { statement, type Connection } from "../port";
import { replaceDisclosureRows, type ChildRows } from "./child-rows";
import { insertKnowledge } from "./knowledge";

/** A case as it was when it was read. */
export type ReadCase = {
  readonly caseKey: number;
  /** Its revision. */
  readonly changed: number;
};

/** A stored case's disclosures, judged anew, with all rows that depend on them. */
export type CaseDisclosures = Pick<ChildRows, "disclosureRows"> &
  ReadCase & {
    readonly derived: Pick<DerivedCase, "caseId" | "interactions" | "messages">;
    readonly contactRows: readonly Pick<ContactRow, "ordinal" | "disclosures" | "unread">[];
    readonly knowledge: StoredKnowledge;
    /** The version that the case then has. */
    readonly derivedWith: string;
  };

/** Whether a case is as it was when it was read. */
export async function isUnchanged(
  connection: Connection,
  { caseKey, changed }: ReadCase,
): Promise<boolean> {
  const sql = "SELECT 1 FROM cases WHERE id = ? AND changed = ?";
  return (await statement<[number, number]>(connection, sql).get(caseKey, changed)) !== undefined;
}

/** Replaces a case's disclosures inside a transaction; the rest of the case stays. */
export async function writeDisclosures(
  connection: Connection,
  { caseKey, derived, knowledge, derivedWith, ...rows }: CaseDisclosures,
  revision: number,
): Promise<void> {
  await replaceDisclosureRows(connection, caseKey, derived, rows);
  await insertKnowledge(connection, caseKey, knowledge);
  const sql = "UPDATE cases SET changed = ?, derived_with = ? WHERE id = ?";
  await statement<[number, string, number]>(connection, sql).run(revision, derivedWith, caseKey);
}
