"use client";

import { useState } from "react";
import type { AccessOutcome } from "@/lib/domain/people/access-change";
import type { WebhookModel } from "@/lib/pages/alerts/alerts-model";
import { OutcomeNote } from "../access/outcome-note";
import { buttonClasses } from "../ui/button-classes";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { TextField } from "../ui/text-field";
import { useMutation } from "../ui/use-mutation";
import type { AlertActions } from "./alert-actions";

type WebhookCardProps = Pick<AlertActions, "onWebhookSet"> & { webhook: WebhookModel };

/** Where alerts are posted to; a new address has a new secret, which is shown once. */
export function WebhookCard({ webhook: { origin, atUs }, onWebhookSet }: WebhookCardProps) {
  const [url, setUrl] = useState("");
  const { outcome, isBusy, submit } = useMutation<AccessOutcome>();
  return (
    <Card
      title="Webhook"
      subtitle="Alerts of this workspace are posted as JSON, signed as in Standard Webhooks"
    >
      <p>
        {origin === null ? (
          "No address is set, so alerts are not posted."
        ) : (
          <>
            Alerts are posted to <span className="font-mono">{origin}</span>, set{" "}
            <Instant atUs={atUs} style="minute" />.
          </>
        )}
      </p>
      <form
        aria-label="Set the webhook"
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit(
            () => onWebhookSet({ url: url.trim() }),
            () => {
              setUrl("");
            },
          );
        }}
      >
        <TextField
          label={origin === null ? "Address" : "Another address, or the same for a new secret"}
          value={url}
          onChange={setUrl}
        />
        <button
          className={`${buttonClasses.default} cursor-pointer`}
          disabled={isBusy || url.trim() === ""}
        >
          {origin === null ? "Set webhook" : "Replace webhook"}
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
            Stop posting
          </button>
        )}
      </form>
      <OutcomeNote
        outcome={outcome}
        shownWords="The secret that messages are signed with, shown this once."
      />
    </Card>
  );
}
