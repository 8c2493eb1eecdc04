import { runCommandLine } from "./run-command-line";

// What it makes in a data folder is its owner's alone.
process.umask(0o077);
await runCommandLine(process.argv.slice(2));
