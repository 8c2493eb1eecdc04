import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The page files under app/, relative to the checkout. */
export function routeFiles(): string[] {
  return readdirSync(join(process.cwd(), "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page|(global-)?not-found)\.tsx$/.test(file))
    .map((file) => `app/${file}`)
    .sort();
}
