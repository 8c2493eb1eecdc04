import { contextRetention } from "./context-retention";
import { conversationResolution } from "./conversation-resolution";
import type { AnyEvaluator } from "./contract";
import { repeatInformation } from "./repeat-information";

/** Every evaluator that runs on every case. A new one is a file of its own and a line here. */
export const evaluators: readonly AnyEvaluator[] = [
  conversationResolution,
  repeatInformation,
  contextRetention,
];
