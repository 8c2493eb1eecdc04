import type { Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../database";

/** The most that a person can look through. */
const namesMax = 200;

/** The regions and teams of cases, by which accounts can be limited; of many the first by name. */
export function readScopeNames(db: Database): Promise<Scope> {
  const regionsSql = `SELECT DISTINCT region AS name FROM cases
    WHERE region IS NOT NULL ORDER BY region LIMIT ?`;
  const teamsSql = `SELECT DISTINCT each.value AS name
    FROM (SELECT DISTINCT teams FROM cases) listed, json_each(listed.teams) each ORDER BY name LIMIT ?`;
  return db.read((connection) => {
    const names = (sql: string) =>
      statement<[number], { readonly name: string }>(connection, sql)
        .all(namesMax)
        .map(({ name }) => name);
    return { regions: names(regionsSql), teams: names(teamsSql) };
  });
}
