import { runCommandLine } from "./run-command-line";

// What it makes in a data folder is its owner's alone.
process.umask(0o077);
// Whoever prints a line is told where nobody reads it; an error event that nobody hears would end the process.
process.stdout.on("error", () => undefined);
await runCommandLine(process.argv.slice(2));
