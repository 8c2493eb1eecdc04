import { nowUs } from "@/lib/clock/server";
import { purgeAccess } from "@/lib/store/access/purge-access";
import { accessDb } from "./access-db";

/** Deletes expired sessions, attempts and links; called at start and at each sign-in. */
export async function tidyAccess(): Promise<void> {
  await purgeAccess(await accessDb(), nowUs());
}
