import { botQuestion } from "./bot-question/bot-question";
import { caseNotes } from "./notes/case-notes";
import { contextRetention } from "./context-retention/context-retention";
import { conversationResolution } from "./resolution/conversation-resolution";
import type { AnyEvaluator } from "./contract";
import { customerSentiment } from "./customer-sentiment/customer-sentiment";
import { escalation } from "./escalation/escalation";
import { falseSuccess } from "./false-success/false-success";
import { handoffPacket } from "./packet/handoff-packet";
import { personaConsistency } from "./persona/persona-consistency";
import { faithfulness } from "./groundedness/faithfulness";
import { groundedness } from "./groundedness/groundedness";
import { redactionCoverage } from "./redaction-coverage/redaction-coverage";
import { returnedFigures } from "./returned-figures/returned-figures";
import { repeatInformation } from "./repeat/repeat-information";
import { tone } from "./tone/tone";

/** Registry of evaluators that run on every case. Add a file and a line here. */
export const evaluators: readonly AnyEvaluator[] = [
  conversationResolution,
  falseSuccess,
  repeatInformation,
  contextRetention,
  botQuestion,
  handoffPacket,
  caseNotes,
  personaConsistency,
  escalation,
  groundedness,
  faithfulness,
  returnedFigures,
  customerSentiment,
  tone,
  redactionCoverage,
];
