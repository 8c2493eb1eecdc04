import { findWrites } from "@/lib/cases/closure/find-writes";
import type { DerivedCase } from "@/lib/domain/case/case";
import { gateActionSchema, type GateAction } from "@/lib/domain/gate/gate-action";
import { endingContacts } from "@/lib/domain/case/ending-contact";
import { replayedTwice } from "@/lib/gate/replayed-twice";

/**
 * What the agent changed in a replay, in order: tool calls that change something and succeeded.
 * @returns null where the replay cannot be judged: the customer took no part, or it was replayed twice
 */
export function actionsOfReplay(
  derived: Pick<DerivedCase, "interactions" | "messages" | "personalValues">,
): readonly GateAction[] | null {
  const cannotBeJudged =
    endingContacts(derived.interactions).length === 0 || replayedTwice(derived) !== null;
  return cannotBeJudged ? null : findActions(derived.messages);
}

/** Tool calls that change something and succeeded, in order. */
function findActions(messages: DerivedCase["messages"]): readonly GateAction[] {
  return findWrites(messages).flatMap(({ message: { tool }, hasSucceeded }) => {
    if (tool === null || !hasSucceeded) return [];
    const read = gateActionSchema.safeParse({
      tool: tool.name,
      arguments: readArguments(tool.args),
    });
    return read.success ? [read.data] : [{ tool: tool.name.slice(0, 200), arguments: {} }];
  });
}

function readArguments(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
