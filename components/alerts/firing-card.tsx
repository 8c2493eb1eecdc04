"use client";

import type { FiringAlert } from "@/lib/pages/alerts/alerts-model";
import { acknowledgedBy, firingCard as words, ownerIs } from "@/lib/pages/alerts/words/view";
import { buttonClasses } from "../ui/button-classes";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { ProblemNote } from "../ui/problem-note";
import { StatusBadge } from "../ui/status-badge";
import { useMutation } from "../ui/use-mutation";
import type { AlertActions } from "./alert-actions";
import { MuteButton } from "./mute-button";
import { ReadingLinks } from "./reading-links";

type FiringCardProps = { alert: FiringAlert; actions: AlertActions };

/** An alert that fires: its sentence, the list behind it, and who knows. */
export function FiringCard({ alert, actions }: FiringCardProps) {
  const { id, name, sentence, links, sinceUs, owner, acknowledged, mutedUntilUs } = alert;
  const { isBusy, problem, submit } = useMutation();
  return (
    <li className="grid gap-1.5 rounded-card border border-border bg-panel px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge
          tone={acknowledged === null ? "fail" : "none"}
          label={acknowledged === null ? words.firing : words.acknowledged}
        />
        <h2 className="font-semibold [overflow-wrap:anywhere]">
          <MaskedText text={name} />
        </h2>
      </div>
      <p className="max-w-[90ch] text-pretty">{sentence}</p>
      <p className="text-secondary text-text-muted">
        {words.since} <Instant atUs={sinceUs} style="minute" />. {ownerIs(owner)}{" "}
        {acknowledged === null ? null : (
          <>
            {acknowledgedBy(acknowledged.by)} <Instant atUs={acknowledged.atUs} style="minute" />
            .{" "}
          </>
        )}
        {mutedUntilUs === null ? null : (
          <>
            {words.mutedUntil} <Instant atUs={mutedUntilUs} style="minute" />.
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {acknowledged === null ? (
          <button
            type="button"
            className={`${buttonClasses.primary} cursor-pointer`}
            disabled={isBusy}
            onClick={() => {
              submit(() => actions.onAcknowledge({ id }));
            }}
          >
            {words.acknowledge}
          </button>
        ) : null}
        <MuteButton id={id} isMuted={mutedUntilUs !== null} onMute={actions.onMute} />
        <ReadingLinks links={links} />
      </div>
      <ProblemNote problem={problem} />
    </li>
  );
}
