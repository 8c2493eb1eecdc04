import { readAsOf } from "@/lib/analytics/load/as-of";
import { snoozeMaxUs, type AttentionChange, type CaseAttention } from "@/lib/domain/case/attention";
import { DomainError } from "@/lib/domain/domain-error";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { readAttention, writeAttention } from "@/lib/store/decisions/attention";
import { requireCase, type SeenDatabase } from "./require-case";

type Context = SeenDatabase & { readonly nowUs: number };

type ChangeOf<Kind> = Extract<AttentionChange, { readonly kind: Kind }>;

/**
 * The changes that the Live page may make to who takes care of a case and when, one transaction each.
 * @throws DomainError with a sentence for the user
 */
export const attentionChangeAppliers = {
  "case-assigned": (context: Context, change: ChangeOf<"case-assigned">) =>
    apply(context, change, () => ({ assignee: change.assignee })),
  "case-snoozed": async (context: Context, change: ChangeOf<"case-snoozed">) => {
    const { untilUs } = change;
    if (untilUs !== null && (untilUs <= context.nowUs || untilUs > context.nowUs + snoozeMaxUs)) {
      throw new DomainError("invalid-input", "Choose a time within the next 30 days.");
    }
    return apply(context, change, () => ({ snoozedUntilUs: untilUs }));
  },
  "case-handled": (context: Context, change: ChangeOf<"case-handled">) =>
    apply(context, change, (asOfUs) => ({
      handledUs: change.isHandled ? asOfUs : null,
      snoozedUntilUs: null,
    })),
};

async function apply(
  context: Context,
  { caseId, by }: AttentionChange,
  changedAt: (asOfUs: number) => Partial<CaseAttention>,
): Promise<ChangeAnswer> {
  await requireCase(context, caseId);
  const { db, nowUs } = context;
  const before = await readAttention(db, caseId);
  const asOfUs = await readAsOf(db, nowUs);
  await writeAttention(db, {
    ...(before ?? { assignee: null, snoozedUntilUs: null, handledUs: null }),
    ...changedAt(asOfUs),
    ...{ caseId, by, atUs: asOfUs },
  });
  return { id: null };
}
