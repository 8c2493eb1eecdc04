"use client";

import Link from "next/link";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { AlertsModel } from "@/lib/pages/alerts/alerts-model";
import { page } from "@/lib/pages/alerts/words/view";
import { DroppedNotice } from "../layout/dropped-notice";
import { NoCasesYet } from "../layout/nothing-ingested";
import { PageHeader } from "../layout/page-header";
import { buttonClasses } from "../ui/button-classes";
import { InlineAlert } from "../ui/inline-alert";
import type { AlertActions } from "./alert-actions";
import { AlertForm } from "./alert-form";
import { AlertHistory } from "./alert-history";
import { AlertRules } from "./alert-rules";
import { FiringCard } from "./firing-card";
import { KeepFresh } from "./keep-fresh";
import { WebhookCard } from "./webhook-card";

type AlertsViewProps = {
  model: AlertsModel;
  dropped: readonly DroppedParam[];
  actions: AlertActions;
};

/** The Alerts page: what fires now, the rules, and what was sent. */
export function AlertsView({ model, dropped, actions }: AlertsViewProps) {
  const { lead, rest, firing, rules, history, form, webhook, mailNotice } = model;
  if (model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title={page.title} />
        <NoCasesYet will={page.willList} />
      </>
    );
  }
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="max-w-[80ch] text-lede text-pretty">
          <b>{lead}</b> <span className="text-text-muted">{rest}</span>
        </h1>
        {form === null ? (
          <Link className={buttonClasses.default} href={model.newHref} prefetch={false}>
            {page.newAlert}
          </Link>
        ) : null}
      </header>
      <KeepFresh />
      <DroppedNotice dropped={dropped} />
      {form === null ? null : (
        <AlertForm key={form.id} form={form} closeHref={model.closeHref} actions={actions} />
      )}
      {firing.length === 0 ? null : (
        <ul aria-label={page.firing} className="grid gap-2">
          {firing.map((alert) => (
            <FiringCard key={alert.id} alert={alert} actions={actions} />
          ))}
        </ul>
      )}
      {rules.length === 0 ? null : <AlertRules rules={rules} actions={actions} />}
      {history.length === 0 ? null : <AlertHistory rows={history} />}
      {webhook === null ? null : (
        <WebhookCard webhook={webhook} onWebhookSet={actions.onWebhookSet} />
      )}
      {mailNotice === null ? null : <InlineAlert>{mailNotice}</InlineAlert>}
    </>
  );
}
