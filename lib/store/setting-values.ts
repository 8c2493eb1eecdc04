import { statement, type Connection } from "./port";

/** @returns a value of the table of settings; null where there is none of that name */
export async function readSettingValue(
  connection: Connection,
  name: string,
): Promise<string | null> {
  const sql = "SELECT value FROM settings WHERE name = ?";
  return (await statement<[string], { value: string }>(connection, sql).get(name))?.value ?? null;
}

/** Writes or replaces a value of the table of settings. */
export async function writeSettingValue(
  connection: Connection,
  name: string,
  value: string,
): Promise<void> {
  const sql = `INSERT INTO settings (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
  await statement<[string, string]>(connection, sql).run(name, value);
}

/** Removes a value of the table of settings, if it is there. */
export async function removeSettingValue(connection: Connection, name: string): Promise<void> {
  await statement<[string]>(connection, "DELETE FROM settings WHERE name = ?").run(name);
}
