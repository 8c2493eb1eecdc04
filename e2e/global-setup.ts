import { writeFileSync } from "node:fs";
import { request } from "@playwright/test";
import { adminState, makeToken, signInByRequest } from "./accounts";
import { seedData } from "./own-server";
import { serve } from "./serve";

/**
 * Makes the data that every worker's server begins with, as a first start does: the demo, the admin, who stays
 * signed in for all tests, and a token to send traces with.
 */
export default async function setUp(): Promise<void> {
  const { url, end } = await serve("start.mjs", { data: seedData });
  const admin = await request.newContext();
  await signInByRequest(admin, { url, data: seedData }, "admin");
  await admin.storageState({ path: adminState });
  await admin.dispose();
  await end();
  writeFileSync(`${adminState}.token`, await makeToken(seedData));
}
