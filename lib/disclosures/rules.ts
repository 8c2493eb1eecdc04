import type { DisclosureRule } from "./rule";
import { aiIdentity } from "./rules/ai-identity";
import { instalmentTerms } from "./rules/instalment-terms";
import { recordingNotice } from "./rules/recording-notice";
import { smsOptOut } from "./rules/sms-opt-out";

/** Registry of rules. Add a file and a line here. */
export const disclosureRules: readonly DisclosureRule[] = [
  aiIdentity,
  recordingNotice,
  smsOptOut,
  instalmentTerms,
];
