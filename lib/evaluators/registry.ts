import { botQuestion } from "./bot-question/bot-question";
import { caseNotes } from "./case-notes";
import { contextRetention } from "./context-retention";
import { conversationResolution } from "./conversation-resolution";
import type { AnyEvaluator } from "./contract";
import { customerSentiment } from "./customer-sentiment/customer-sentiment";
import { escalation } from "./escalation";
import { handoffPacket } from "./handoff-packet";
import { personaConsistency } from "./persona-consistency";
import { faithfulness } from "./faithfulness";
import { groundedness } from "./groundedness";
import { redactionCoverage } from "./redaction-coverage";
import { repeatInformation } from "./repeat-information";
import { tone } from "./tone/tone";

/** Every evaluator that runs on every case. A new one is a file of its own and a line here. */
export const evaluators: readonly AnyEvaluator[] = [
  conversationResolution,
  repeatInformation,
  contextRetention,
  botQuestion,
  handoffPacket,
  caseNotes,
  personaConsistency,
  escalation,
  groundedness,
  faithfulness,
  customerSentiment,
  tone,
  redactionCoverage,
];
