import { writeFileSync } from "node:fs";
import { request } from "@playwright/test";
import { adminState, makeToken, signInByRequest } from "./accounts";
import { seedData } from "./own-server";
import { serve } from "./serve";

/** Creates the initial data of every worker's server: the demo, the signed-in admin, and a token for ingest. */
export default async function setUp(): Promise<void> {
  const { url, end } = await serve("start.mjs", { data: seedData });
  const admin = await request.newContext();
  await signInByRequest(admin, { url, data: seedData }, "admin");
  await admin.storageState({ path: adminState });
  await admin.dispose();
  await end();
  writeFileSync(`${adminState}.token`, await makeToken(seedData));
}
