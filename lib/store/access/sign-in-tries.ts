import { countTry, signInWaitUs, type Tries } from "@/lib/domain/people/sign-in-wait";
import { statement, type Connection, type Database } from "../port";
import { mapInOrder } from "@/lib/domain/in-order";

/** The keyed hash under which tries are counted, and how many are free. */
export type TryKey = { readonly key: string; readonly free: number };

/**
 * Counts a try before its password is checked, so that concurrent tries cannot evade the limit.
 * @returns the wait in microseconds, in which case it is not counted; 0 where it may go on
 */
export function takeTry(db: Database, keys: readonly TryKey[], nowUs: number): Promise<number> {
  return db.write(async (connection) => {
    const tries = await mapInOrder(keys, ({ key }) => triesOf(connection, key));
    const waits = keys.map(({ free }, index) => {
      const before = tries[index];
      return before === undefined || before === null ? 0 : signInWaitUs(before, free, nowUs);
    });
    const waitUs = Math.max(...waits);
    if (waitUs > 0) return waitUs;
    for (const [index, { key }] of keys.entries()) {
      await keep(connection, key, countTry(tries[index] ?? null, nowUs));
    }
    return 0;
  });
}

/**
 * Reverts what `takeTry` counted: resets a name, subtracts one from a network.
 * @param network of the successful try; null where none was counted
 */
export function forgiveTries(
  db: Database,
  { names, network }: { readonly names: readonly string[]; readonly network: string | null },
): Promise<void> {
  return db.write(async (connection) => {
    const forget = statement<[string]>(connection, "DELETE FROM sign_in_tries WHERE key = ?");
    for (const name of names) await forget.run(name);
    if (network === null) return;
    const sql = "UPDATE sign_in_tries SET count = count - 1 WHERE key = ? AND count > 0";
    await statement<[string]>(connection, sql).run(network);
  });
}

async function triesOf(connection: Connection, key: string): Promise<Tries | null> {
  const sql = "SELECT count, last_us AS lastUs FROM sign_in_tries WHERE key = ?";
  return (await statement<[string], Tries>(connection, sql).get(key)) ?? null;
}

async function keep(connection: Connection, key: string, { count, lastUs }: Tries): Promise<void> {
  const sql = `INSERT INTO sign_in_tries (key, count, last_us) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET count = excluded.count, last_us = excluded.last_us`;
  await statement<[string, number, number]>(connection, sql).run(key, count, lastUs);
}
