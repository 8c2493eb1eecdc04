import { sameIssueRecipe } from "./same-issue";
import { toneRecipe } from "./tone";
import { customerSentimentRecipe } from "./customer-sentiment";
import { botQuestionRecipe } from "./bot-question";
import { contextRetentionRecipe } from "./context-retention";
import { conversationResolutionRecipe } from "./conversation-resolution";
import { promisesRecipe } from "./promises";
import { piiCanariesRecipe } from "./pii-canaries";
import { piiRecipe } from "./pii";
import { faithfulnessRecipe, groundednessRecipe } from "./groundedness";
import { disclosuresRecipe } from "./disclosures";
import type { Recipe } from "./recipe";
import { repeatInformationRecipe } from "./repeat-information";

/** Registry of recipes. Add a file and a line here. */
export const recipes: readonly Recipe[] = [
  sameIssueRecipe,
  toneRecipe,
  customerSentimentRecipe,
  botQuestionRecipe,
  contextRetentionRecipe,
  conversationResolutionRecipe,
  faithfulnessRecipe,
  groundednessRecipe,
  piiRecipe,
  piiCanariesRecipe,
  disclosuresRecipe,
  promisesRecipe,
  repeatInformationRecipe,
];
