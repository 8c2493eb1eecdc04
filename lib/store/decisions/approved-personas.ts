import type { PersonaContract } from "@/lib/domain/settings/persona-contract";
import { statement, type Connection, type Database } from "../port";

/** Stores the contract version in force; a stored one is not changed. */
export async function keepApproval(
  connection: Connection,
  { version, approval, terms }: PersonaContract,
): Promise<void> {
  if (approval === null) return;
  const sql = `INSERT INTO approved_personas (version, approved_us, approved_by, terms)
    VALUES (?, ?, ?, ?) ON CONFLICT (version) DO NOTHING`;
  await statement<[number, number, string, string]>(connection, sql).run(
    ...([version, approval.atUs, approval.by, JSON.stringify(terms)] as const),
  );
}

/** A version of the contract that was approved. */
export type PersonaApproval = {
  readonly version: number;
  /** Microseconds since 1970. */
  readonly atUs: number;
  /** As the contract names who approved it. */
  readonly by: string;
};

/** Every approved version, the latest first. */
export function readPersonaApprovals(db: Database): Promise<PersonaApproval[]> {
  const sql = `SELECT version, approved_us AS atUs, approved_by AS by FROM approved_personas
    ORDER BY version DESC`;
  return db.read((connection) => statement<[], PersonaApproval>(connection, sql).all());
}
