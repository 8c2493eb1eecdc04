/**
 * What node is started with where it reads, masks or derives: patterns are compiled at their first use, and compiled code
 * is kept. A fifth less of the processor; set while a process runs, they crash it (decision 100).
 */
export const nodeFlags = ["--no-regexp-tier-up", "--no-flush-bytecode"];
