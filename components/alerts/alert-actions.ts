import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertPreview, WebhookOutcome } from "@/lib/pages/alerts/alerts-model";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

type OfAlert = (alert: { id: number }) => Promise<MutationOutcome>;

/** The server actions of the Alerts page; each validates its input. */
export type AlertActions = {
  /** @param kept `id` is null for a new rule */
  readonly onSave: (kept: { id: number | null; rule: AlertRule }) => Promise<MutationOutcome>;
  readonly onPreview: (rule: AlertRule) => Promise<AlertPreview>;
  readonly onRemove: OfAlert;
  readonly onAcknowledge: OfAlert;
  /** @param muted `hours` from now; null: it is sent again */
  readonly onMute: (muted: { id: number; hours: number | null }) => Promise<MutationOutcome>;
  readonly onTest: OfAlert;
  /** @param set `url` is null for nowhere */
  readonly onWebhookSet: (set: { url: string | null }) => Promise<WebhookOutcome>;
};
