import { statement, type Database } from "./port";

/**
 * Writes a page that says what it said before.
 * @throws DomainError "unavailable", "damaged" or "busy" where nothing can be written now
 */
export function tryWriting(db: Database): Promise<void> {
  return db.write(async (connection) => {
    await statement<[]>(connection, "UPDATE sequence SET value = value WHERE id = 1").run();
  });
}
