import { nowUs } from "@/lib/pipeline/worker/clock";
import { purgeAccess } from "@/lib/store/access/purge-access";
import { accessDb } from "./access-db";

/** Removes what counts for nothing any more of sessions, tries and links: at a start and at each sign-in. */
export async function tidyAccess(): Promise<void> {
  await purgeAccess(await accessDb(), nowUs());
}
