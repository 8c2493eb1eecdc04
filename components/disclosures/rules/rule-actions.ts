import type { RuleEdit } from "@/lib/domain/disclosures/rule-edit";
import type { ChangeActions } from "@/components/settings/settings-actions";

/** The server actions that check, preview and publish an edit of a rule. */
export type RuleActions = ChangeActions<RuleEdit>;
