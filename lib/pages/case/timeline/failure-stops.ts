import type { Message } from "@/lib/domain/case/case";
import { messageAnchor } from "@/lib/format/anchors";
import { cutText } from "@/lib/format/cut-text";
import { failedCall, keyNotices } from "../words/timeline-card";
import type { TimelineItem } from "./timeline-model";

/** A call of a tool or a model that failed, at its place in the transcript. */
export type FailedStep = {
  readonly of: "tool" | "model";
  /** Ordinal of its message. */
  readonly message: number;
  /** Element id of its message. */
  readonly anchor: string;
  readonly href: string;
  /** "Tool get_order failed: no such order" */
  readonly words: string;
};

/** A place that the key for failures stops at. */
export type FailureStop =
  | {
      readonly kind: "step";
      readonly id: string;
      readonly step: FailedStep;
      /** Its number among the failed steps, from 1. */
      readonly number: number;
    }
  | { readonly kind: "item"; readonly id: string };

/** A call of a model that failed: when, which, and what its span says of it. */
type FailedCall = {
  readonly span: string;
  readonly atUs: number;
  readonly model: string | null;
  readonly because: string | null;
};

const reasonMax = 120;

/**
 * The failed calls of tools and models of a case, in the order of the transcript.
 * @param modelErrors by time; one without a message of its own is at the first message after it, else at the last
 * @param hrefOf the address of an anchor within a message
 */
export function failedSteps(
  messages: readonly Message[],
  modelErrors: readonly FailedCall[],
  hrefOf: (message: number, anchor: string) => string,
): readonly FailedStep[] {
  const ofTools = messages.flatMap(({ ordinal, tool, text }) =>
    tool?.isError === true
      ? [{ of: "tool" as const, ordinal, words: failedWords(failedCall.tool(tool.name), text) }]
      : [],
  );
  const ofModels = modelErrors.flatMap((error) => {
    const message = messageOfError(messages, error);
    const { model, because } = error;
    const words = failedWords(failedCall.model(model ?? ""), because ?? "");
    return message === undefined ? [] : [{ of: "model" as const, ordinal: message.ordinal, words }];
  });
  return [...ofTools, ...ofModels]
    .sort((one, other) => one.ordinal - other.ordinal)
    .map(({ of, ordinal, words }) => {
      const anchor = messageAnchor(ordinal);
      return { of, message: ordinal, anchor, href: hrefOf(ordinal, anchor), words };
    });
}

function messageOfError(messages: readonly Message[], { span, atUs }: FailedCall) {
  return (
    messages.find(({ spans }) => spans.some((each) => each === span)) ??
    messages.find((message) => message.atUs >= atUs) ??
    messages.at(-1)
  );
}

function failedWords(what: string, reason: string): string {
  return failedCall.failed(what, cutText(reason, reasonMax));
}

/** Where the key for failures stops, in this order: failed calls of tools and models, then failures of the timeline. */
export function failureStops(
  steps: readonly FailedStep[],
  items: readonly TimelineItem[],
): readonly FailureStop[] {
  return [
    ...steps.map((step, at) => ({ kind: "step" as const, id: `step${at}`, step, number: at + 1 })),
    ...items.flatMap(({ id, isFailure }) => (isFailure ? [{ kind: "item" as const, id }] : [])),
  ];
}

/**
 * The stop after another one, the first after the last; null: there is none.
 * @param lastId of the last stop; null or of no stop: none yet
 */
export function nextStop(stops: readonly FailureStop[], lastId: string | null): FailureStop | null {
  const at = stops.findIndex(({ id }) => id === lastId);
  return stops[(at + 1) % stops.length] ?? null;
}

/** What is announced at a stop: of a step which call failed and why; "": the selected item says it. */
export function failureNotice(stop: FailureStop | null, steps: number): string {
  if (stop === null) return keyNotices.nextFailure;
  if (stop.kind === "item") return "";
  return failedCall.ofSteps(stop.step.words, stop.number, steps);
}
