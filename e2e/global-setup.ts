import { writeFileSync } from "node:fs";
import { chromium, type FullConfig } from "@playwright/test";
import { adminState, makeToken, signInAs } from "./accounts";

/** Gives the tests' server its admin, who stays signed in for all tests, and a token to send traces with. */
export default async function setUp(config: FullConfig): Promise<void> {
  const use = config.projects[0]?.use;
  const url = use?.baseURL ?? "";
  const data = process.env["E2E_DATA"] ?? "";
  const browser = await chromium.launch(use?.launchOptions);
  const page = await browser.newPage();
  await signInAs(page, { url, data }, "admin");
  await page.context().storageState({ path: adminState });
  await browser.close();
  writeFileSync(`${adminState}.token`, await makeToken(data));
}
