import type { CaseSpan } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import { contactBounds } from "./contact-bounds";
import { countUpTo } from "./count-up-to";
import type { DraftMessage } from "./transcript/transcript";

type Piece = { readonly spans: readonly CaseSpan[]; readonly messages: readonly DraftMessage[] };
type Whole = Piece & { readonly channel: Channel };

const minuteUs = 60_000_000;
const dayMinutes = 1440;

/**
 * Splits a channel without interaction ids into contacts: chat, SMS, social and in-app after more than
 * `idleMinutes` of silence; e-mail at each customer message that follows a reply.
 */
export function cutBySilence(whole: Whole, idleMinutes: number): readonly Piece[] {
  const starts =
    contactBounds[whole.channel] === "request"
      ? findRequestStarts(whole)
      : findStartsAfterSilence(whole, idleMinutes);
  return cutAt(whole, starts);
}

/** Splits a session's contact after pauses of more than `pauseDays`: a messenger's session is the phone number. */
export function cutByPause(whole: Whole, pauseDays: number): readonly Piece[] {
  const starts = findStartsAfterSilence(whole, pauseDays * dayMinutes);
  return starts.length < 2 ? [whole] : cutAt(whole, starts);
}

function cutAt(whole: Whole, starts: readonly number[]): readonly Piece[] {
  const pieces = starts.map(() => ({ spans: [] as CaseSpan[], messages: [] as DraftMessage[] }));
  const pieceAt = (atUs: number) => pieces[Math.max(0, countUpTo(starts, atUs) - 1)];
  for (const message of whole.messages) pieceAt(message.atUs)?.messages.push(message);
  for (const span of whole.spans) pieceAt(span.startUs)?.spans.push(span);
  return pieces.filter((piece) => piece.spans.length > 0 || piece.messages.length > 0);
}

/** Start times of the contacts; the first includes everything before it. */
function findStartsAfterSilence(whole: Whole, idleMinutes: number): readonly number[] {
  const starts: number[] = [];
  let lastUs = -Infinity;
  for (const atUs of activityOf(whole)) {
    if (atUs - lastUs > idleMinutes * minuteUs) starts.push(atUs);
    lastUs = atUs;
  }
  return starts;
}

/** Times of messages and of stripped spans: both show activity. */
function activityOf(whole: Whole): readonly number[] {
  const stripped = whole.spans.filter((span) => span.isTextStripped);
  return [
    ...whole.messages.map((message) => message.atUs),
    ...stripped.flatMap((span) => [span.startUs, span.endUs]),
  ].sort((a, b) => a - b);
}

function findRequestStarts(whole: Whole): readonly number[] {
  const starts: number[] = [];
  let isAnswered = true;
  for (const message of whole.messages) {
    if (message.speaker === "customer" && isAnswered) starts.push(message.atUs);
    else if (starts.length === 0) starts.push(message.atUs);
    if (message.text === "") continue;
    if (message.speaker === "agent") isAnswered = true;
    if (message.speaker === "customer") isAnswered = false;
  }
  const first = whole.spans[0];
  return starts.length === 0 && first !== undefined ? [first.startUs] : starts;
}
