import { scoreSameIssue } from "./score-same-issue";
import { scoreTone } from "./score-tone";
import { scoreCustomerSentiment } from "./score-customer-sentiment";
import { scoreBotQuestion } from "./score-bot-question";
import { scoreConversationResolution } from "./score-conversation-resolution";
import { scoreContextRetention } from "./score-context-retention";
import { scorePromises } from "./score-promises";
import { scoreRepeatInformation } from "./score-repeat-information";
import { createPiiScorer } from "./score-pii";
import { scoreDisclosures } from "./score-disclosures";
import { refuseUnreadable } from "./refuse-unreadable";
import { scoreFaithfulness, scoreGroundedness } from "./score-groundedness";
import type { Scorer } from "./scorer";

/** Registry of scorers by evaluator. Add a file and a line here. */
export const scorers: ReadonlyMap<string, Scorer> = new Map([
  ["same_issue", refuseUnreadable(scoreSameIssue)],
  ["tone", refuseUnreadable(scoreTone)],
  ["customer_sentiment", refuseUnreadable(scoreCustomerSentiment)],
  ["bot_question", refuseUnreadable(scoreBotQuestion)],
  ["context_retention", refuseUnreadable(scoreContextRetention)],
  ["conversation_resolution", refuseUnreadable(scoreConversationResolution)],
  ["promises", scorePromises],
  ["repeat_information", refuseUnreadable(scoreRepeatInformation)],
  ["pii", createPiiScorer()],
  ["disclosures", scoreDisclosures],
  ["faithfulness", refuseUnreadable(scoreFaithfulness)],
  ["groundedness", refuseUnreadable(scoreGroundedness)],
]);
