import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { statement, type Connection } from "../port";
import { fromJson, type Json } from "../json";

/** The newest cases are a sample of all: a page must not wait for a scan of millions of verdicts. */
const casesMax = 5000;

export type NewestCases = {
  readonly cases: readonly { readonly id: number; readonly openedUs: number | null }[];
  readonly isCut: boolean;
};

type CaseRow = NewestCases["cases"][number] & {
  readonly region: string | null;
  readonly teams: Json<readonly string[]>;
};

/** The cases that opened last, within a scope. */
export async function newestCases(
  connection: Connection,
  scope: Scope | null,
): Promise<NewestCases> {
  const sql = `SELECT id, opened_us AS openedUs, region, teams FROM cases
    WHERE opened_us IS NOT NULL ORDER BY opened_us DESC, id DESC`;
  const cases: { readonly id: number; readonly openedUs: number | null }[] = [];
  for await (const { id, openedUs, region, teams } of statement<[], CaseRow>(
    connection,
    sql,
  ).iterate()) {
    if (!isInScope(scope, { region, teams: fromJson(teams) })) continue;
    if (cases.length === casesMax) return { cases, isCut: true };
    cases.push({ id, openedUs });
  }
  return { cases, isCut: false };
}
