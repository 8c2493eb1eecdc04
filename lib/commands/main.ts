import { runCommandLine } from "./run-command-line";

await runCommandLine(process.argv.slice(2));
