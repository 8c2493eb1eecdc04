import type { DisclosureRule } from "./rule";
import { aiIdentity } from "./rules/ai-identity";
import { instalmentTerms } from "./rules/instalment-terms";
import { recordingNotice } from "./rules/recording-notice";
import { smsOptOut } from "./rules/sms-opt-out";

/** The rules that every contact is asked about. A new one is a file of its own and a line here. */
export const disclosureRules: readonly DisclosureRule[] = [
  aiIdentity,
  recordingNotice,
  smsOptOut,
  instalmentTerms,
];
