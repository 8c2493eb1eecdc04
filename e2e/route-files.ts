import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files under app/ that draw a page, as paths from the checkout's root. */
export function routeFiles(): string[] {
  return readdirSync(join(process.cwd(), "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page|not-found)\.tsx$/.test(file))
    .map((file) => `app/${file}`)
    .sort();
}
