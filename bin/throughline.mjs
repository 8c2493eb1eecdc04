#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBundled } from "./tools/bundle.mjs";
import { ensureInstalled } from "./tools/install.mjs";
import { dataFolder, root } from "./tools/paths.mjs";

const cli = join(root, "dist", "cli.mjs");

if (!(await ensureInstalled()) || !(await ensureBundled())) process.exit(1);
if (!existsSync(cli)) {
  console.error("This checkout has no command line: lib/commands/main.ts is missing.");
  process.exit(1);
}
process.env.THROUGHLINE_DATA = dataFolder();
process.setSourceMapsEnabled(true);
// Files are private to this user.
process.umask(0o077);
// In this process, so that stdio, signals and the exit code are the command's own.
await import(pathToFileURL(cli).href);
