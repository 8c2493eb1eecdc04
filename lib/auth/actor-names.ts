import "server-only";
import { readAccounts } from "@/lib/store/access/accounts";
import { accessDb } from "./access-db";

/** Names of present and former accounts by public id. */
export async function loadActorNames(): Promise<ReadonlyMap<string, string>> {
  const accounts = await readAccounts(await accessDb());
  return new Map(accounts.map(({ publicId, name }) => [publicId, name]));
}
