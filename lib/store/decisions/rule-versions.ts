import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { OwnRule } from "@/lib/domain/disclosures/rule-settings";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** Stores the published version of each rule; a stored one is not changed. */
export async function keepRuleVersions(
  connection: Connection,
  own: readonly OwnRule[],
): Promise<void> {
  const sql = `INSERT INTO disclosure_rule_versions
    (rule, version, published_us, published_by, body) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (rule, version) DO NOTHING`;
  const insert = statement<[string, number, number, string, string]>(connection, sql);
  for (const { rule, published } of own) {
    await insert.run(rule.id, rule.version, published.atUs, published.by, JSON.stringify(rule));
  }
}

/** The highest version of each of the workspace's own rules that was ever published. */
export function readHighestVersions(db: Database): Promise<ReadonlyMap<string, number>> {
  const sql = "SELECT rule, max(version) AS version FROM disclosure_rule_versions GROUP BY rule";
  return db.read(async (connection) => {
    const rows = await statement<[], { rule: string; version: number }>(connection, sql).all();
    return new Map(rows.map(({ rule, version }) => [rule, version]));
  });
}

/** Every published version of a rule that the workspace wrote or edited, the latest first. */
export function readRuleVersions(db: Database, rule: string): Promise<OwnRule[]> {
  const sql = `SELECT published_us AS atUs, published_by AS by, body FROM disclosure_rule_versions
    WHERE rule = ? ORDER BY version DESC`;
  type Row = { readonly atUs: number; readonly by: string; readonly body: Json<DisclosureRule> };
  return db.read(async (connection) =>
    (await statement<[string], Row>(connection, sql).all(rule)).map(({ atUs, by, body }) => ({
      rule: fromJson(body),
      published: { atUs, by },
    })),
  );
}
