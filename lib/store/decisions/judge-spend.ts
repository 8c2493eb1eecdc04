import { statement, type Database } from "../port";

/**
 * Reserves tokens where a day's limit allows it.
 * @param day days since 1970-01-01, UTC
 */
export function reserveTokens(
  db: Database,
  day: number,
  tokens: number,
  tokensMax: number,
): Promise<boolean> {
  return db.write(async (connection) => {
    const insert = "INSERT INTO judge_spend (day, tokens) VALUES (?, 0) ON CONFLICT DO NOTHING";
    await statement<[number]>(connection, insert).run(day);
    const sql =
      "UPDATE judge_spend SET tokens = tokens + @tokens WHERE day = @day AND tokens + @tokens <= @tokensMax";
    return (
      (
        await statement<
          [{ readonly day: number; readonly tokens: number; readonly tokensMax: number }]
        >(connection, sql).run({ day, tokens, tokensMax })
      ).changes > 0
    );
  });
}

/** Corrects a reservation. @param difference tokens used beyond it; negative: less */
export function settleTokens(db: Database, day: number, difference: number): Promise<void> {
  return db.write(async (connection) => {
    const sql = `UPDATE judge_spend SET tokens = CASE WHEN tokens + @difference < 0 THEN 0
      ELSE tokens + @difference END WHERE day = @day`;
    await statement<[Record<"day" | "difference", number>]>(connection, sql).run({
      day,
      difference,
    });
  });
}
