import type { AlertStep } from "@/lib/domain/alerts/alert-state";
import { alertMessages } from "@/lib/pages/alerts/alert-message";
import type { NewAlertEvent } from "@/lib/store/alerts/events";
import type { StoredAlert } from "@/lib/store/alerts/rules";

/**
 * The events of a step as they are stored, with the messages of those that are sent.
 * @param before the rule before the step, and what the step's look saw
 * @param actor public id of whoever did it, where a person did; null: it came of the data
 */
export function recordedEvents(
  before: StoredAlert,
  { state, events }: AlertStep,
  actor: string | null,
): readonly NewAlertEvent[] {
  const { rule, reading, scope } = before;
  const hasFired = events.some(({ kind }) => kind === "fired");
  const messagesOf = (event: AlertStep["events"][number]): NewAlertEvent["messages"] => {
    const { kind, atUs } = event;
    if (kind === "end-sent") {
      const { heldSinceUs } = before.state;
      return alertMessages(
        { rule, reading, heldSinceUs },
        { type: "alert.ended", why: event.why },
        atUs,
      );
    }
    const { heldSinceUs } = state;
    const alert = { rule, reading, heldSinceUs };
    if (kind === "tested") return alertMessages(alert, { type: "alert.test" }, atUs);
    if (kind !== "sent") return [];
    return alertMessages(alert, { type: hasFired ? "alert.fired" : "alert.still_firing" }, atUs);
  };
  return events.map((event) => ({
    ...{ kind: event.kind, atUs: event.atUs, reading, scope },
    actor: event.kind === "ended" || event.kind === "end-sent" ? null : actor,
    messages: messagesOf(event),
  }));
}
