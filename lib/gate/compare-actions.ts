import { ownEntry } from "@/lib/domain/own-entry";
import type { GateAction } from "@/lib/domain/gate/gate-action";

export type ComparedActions = {
  /** Expected and not done. */
  readonly missing: readonly GateAction[];
  /** Done and not expected. */
  readonly unexpected: readonly GateAction[];
};

/**
 * Compares what an agent changed with what was expected of it. Order and repetition do not matter; an expected action
 * is done by a call of the same tool that has all of its arguments.
 */
export function compareActions(
  expected: readonly GateAction[],
  done: readonly GateAction[],
): ComparedActions {
  return {
    missing: expected.filter((each) => !done.some((call) => fulfils(call, each))),
    unexpected: done.filter((call) => !expected.some((each) => fulfils(call, each))),
  };
}

function fulfils(done: GateAction, expected: GateAction): boolean {
  return (
    done.tool === expected.tool &&
    Object.entries(expected.arguments).every(
      ([name, value]) => canonical(ownEntry(done.arguments, name)) === canonical(value),
    )
  );
}

/** Equal for what means the same: case and surrounding space, 5 and "5", the order of a list and of keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(([key, of]) => `${key}:${canonical(of)}`);
    return `{${fields.sort().join(",")}}`;
  }
  if (value === null || value === undefined) return "";
  return (typeof value === "string" ? value : JSON.stringify(value)).trim().toLowerCase();
}
