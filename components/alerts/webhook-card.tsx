"use client";

import { useState } from "react";
import type { WebhookModel, WebhookOutcome } from "@/lib/pages/alerts/alerts-model";
import { webhookCard as words } from "@/lib/pages/alerts/words/view";
import { OutcomeNote } from "../access/outcome-note";
import { buttonClasses } from "../ui/button-classes";
import { Card } from "../ui/card";
import { Form } from "../ui/form";
import { Instant } from "../ui/instant";
import { TextField } from "../ui/text-field";
import { useMutation } from "../ui/use-mutation";
import type { AlertActions } from "./alert-actions";

type WebhookCardProps = Pick<AlertActions, "onWebhookSet"> & { webhook: WebhookModel };

/** Where alerts are posted to; a new address has a new secret, which is shown once. */
export function WebhookCard({ webhook: { origin, atUs }, onWebhookSet }: WebhookCardProps) {
  const [url, setUrl] = useState("");
  const { outcome, isBusy, submit } = useMutation<WebhookOutcome>();
  const isOfAddress = outcome?.isDone === false && outcome.field === "url";
  return (
    <Card title={words.title} subtitle={words.subtitle}>
      <p>
        {origin === null ? (
          words.none
        ) : (
          <>
            {words.postedTo} <span className="font-mono">{origin}</span>
            {words.set} <Instant atUs={atUs} style="minute" />.
          </>
        )}
      </p>
      <Form
        aria-label={words.form}
        className="flex flex-wrap items-end gap-3"
        onSubmit={() => {
          submit(
            () => onWebhookSet({ url: url.trim() }),
            () => {
              setUrl("");
            },
          );
        }}
      >
        <TextField
          label={origin === null ? words.address : words.otherAddress}
          value={url}
          problem={isOfAddress ? outcome.sentence : null}
          onChange={setUrl}
        />
        <button
          className={`${buttonClasses.default} cursor-pointer`}
          disabled={isBusy || url.trim() === ""}
        >
          {origin === null ? words.submit : words.replace}
        </button>
        {origin === null ? null : (
          <button
            type="button"
            className={`${buttonClasses.quiet} cursor-pointer`}
            disabled={isBusy}
            onClick={() => {
              submit(() => onWebhookSet({ url: null }));
            }}
          >
            {words.stop}
          </button>
        )}
      </Form>
      <OutcomeNote outcome={isOfAddress ? null : outcome} shownWords={words.secret} />
    </Card>
  );
}
