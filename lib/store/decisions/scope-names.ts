import type { Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../port";

/** The most that a person can look through. */
const namesMax = 200;

/** The regions and teams of cases, by which accounts can be limited; of many the first by name. */
export function readScopeNames(db: Database): Promise<Scope> {
  const regionsSql = `SELECT DISTINCT region AS name FROM cases
    WHERE region IS NOT NULL ORDER BY region LIMIT ?`;
  const teamsSql = `SELECT DISTINCT each.value AS name
    FROM (SELECT DISTINCT teams FROM cases) listed, json_each(listed.teams) each ORDER BY name LIMIT ?`;
  return db.read(async (connection) => {
    const names = async (sql: string) =>
      (await statement<[number], { readonly name: string }>(connection, sql).all(namesMax)).map(
        ({ name }) => name,
      );
    return { regions: await names(regionsSql), teams: await names(teamsSql) };
  });
}
