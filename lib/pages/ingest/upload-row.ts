import { isUnderWay, type Upload, type UploadResult } from "@/lib/domain/settings/upload";
import { columnWords } from "@/lib/format/ingest/column-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { leftProductionWords } from "@/lib/format/ingest/left-production-words";
import { unkeptWords } from "@/lib/format/ingest/unkept-words";
import { ingestHref, rejectsAnchor } from "./url";
import type { Tone } from "@/lib/format/wording";

/** An upload of this browser until the server has received it. */
export type SentFile = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Microseconds since 1970. */
  readonly startUs: number;
  readonly state:
    | { readonly kind: "queued" }
    | { readonly kind: "sending"; readonly bytes: number }
    /** Fully received at this instant (milliseconds since 1970). */
    | { readonly kind: "sent"; readonly atMs: number }
    | { readonly kind: "cancelled" }
    | { readonly kind: "refused"; readonly sentence: string };
};

export type UploadRow = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly tone: Tone;
  /** Progress of the current step, 0 to 1; null: unknown or none. */
  readonly share: number | null;
  readonly isUnderWay: boolean;
  /** Whether it is queued. */
  readonly isWaiting: boolean;
  readonly canCancel: boolean;
  readonly canDismiss: boolean;
  /** Its results, one clause each; empty before it is done. */
  readonly counts: readonly string[];
  readonly rejects: { readonly label: string; readonly href: string } | null;
  /** Whether it added spans. */
  readonly isNews: boolean;
};

/**
 * Merges this browser's uploads with the server's into one list, latest first.
 * @param server.atMs time of the request, milliseconds since 1970
 */
export function prepareUploads(
  sent: readonly SentFile[],
  server: { readonly uploads: readonly Upload[]; readonly atMs: number },
): UploadRow[] {
  const here = new Map(sent.map((file) => [file.id, file]));
  const known = new Set(server.uploads.map(({ id }) => id));
  const isOurs = ({ state }: SentFile) => state.kind !== "sent";
  const ours = sent.filter(
    ({ id, state }) => state.kind !== "sent" || (!known.has(id) && server.atMs < state.atMs),
  );
  const theirs = server.uploads.filter(({ id }) => {
    const file = here.get(id);
    return file === undefined || !isOurs(file);
  });
  return [
    ...ours
      .filter(({ state }) => state.kind !== "cancelled")
      .map((file) => ({ file, row: sentRow(file) })),
    ...theirs.map((file) => ({ file, row: uploadRow(file) })),
  ]
    .sort((a, b) => b.file.startUs - a.file.startUs || (a.file.id < b.file.id ? -1 : 1))
    .map(({ row }) => row);
}

const underWay = {
  tone: "none",
  share: null,
  isUnderWay: true,
  isWaiting: false,
  canCancel: false,
  canDismiss: false,
  counts: [],
  rejects: null,
  isNews: false,
} as const;

const waitingWords = "Waiting to be read";

function sentRow({ id, name, bytes, state }: SentFile): UploadRow {
  const row = { id, name, ...underWay };
  switch (state.kind) {
    case "queued":
      return { ...row, words: "Waiting to be sent", isWaiting: true, canCancel: true };
    case "sending":
      return { ...row, ...progress("Sending", state.bytes, bytes), canCancel: true };
    case "sent":
    case "cancelled":
      return { ...row, words: waitingWords, isWaiting: true };
    case "refused":
      return { ...row, words: state.sentence, tone: "fail", isUnderWay: false, canDismiss: true };
  }
}

function uploadRow({ id, name, bytes, state }: Upload): UploadRow {
  const row = { id, name, ...underWay, isUnderWay: isUnderWay({ state }) };
  switch (state.kind) {
    case "sending":
      return { ...row, ...progress("Sending", state.bytes, bytes) };
    case "waiting":
      return { ...row, words: waitingWords, isWaiting: true };
    case "reading":
      return { ...row, ...progress("Reading", state.bytes, bytes) };
    case "deriving":
      return { ...row, words: "Read; deriving its cases" };
    case "failed":
      return { ...row, words: state.sentence, tone: "fail" };
    case "done":
      return { ...row, ...doneRow(state) };
  }
}

function progress(verb: string, bytes: number, total: number | null) {
  if (total === null || total === 0)
    return { words: `${verb} ${megabytes(bytes)} MB`, share: null };
  const words = `${verb} ${megabytes(Math.min(bytes, total))} of ${megabytes(total)} MB`;
  return { words, share: Math.min(1, bytes / total) };
}

function doneRow(result: UploadResult) {
  const {
    batch,
    accepted,
    duplicate,
    rejected,
    refusals,
    records,
    events,
    cases,
    oneSided,
    replays,
    leftProduction,
    columns,
  } = result;
  const isNews = accepted + records + events > 0;
  return {
    words: refusals > 0 ? "Done, parts refused" : isNews ? "Done" : "Done, nothing new in it",
    tone: refusals > 0 ? "warn" : "pass",
    counts: [
      ...(accepted + duplicate + rejected > 0 ? spanCounts(result) : []),
      ...(events > 0 ? [formatCounted(events, "log event")] : []),
      ...(records > 0 ? [formatCounted(records, "CRM record")] : []),
      ...unkeptWords(result),
      ...(cases > 0 ? [`in ${formatCounted(cases, "case")}`] : []),
      ...(cases > 0 && oneSided === cases
        ? ["words of the customer or the agent missing: Data health says why"]
        : []),
      ...(cases + replays === 0 ? ["in no case: none names one"] : []),
      ...(replays > 0 ? [`in ${formatCounted(replays, "replay")} of a cohort`] : []),
      ...leftProductionWords(leftProduction),
      ...(columns === null ? [] : columnWords(columns)),
    ],
    rejects:
      refusals === 0
        ? null
        : {
            label: formatCounted(refusals, "reason"),
            href: `${ingestHref({ page: 1, batch })}#${rejectsAnchor}`,
          },
    isNews,
  } as const;
}

function spanCounts({ accepted, duplicate, rejected }: UploadResult): string[] {
  return [
    `${formatCounted(accepted, "span")} accepted`,
    `${formatCount(duplicate)} duplicate`,
    `${formatCount(rejected)} rejected`,
  ];
}

/** Megabytes (10^6 bytes) with one decimal below ten. */
function megabytes(bytes: number): string {
  const value = bytes / 1_000_000;
  return value < 10 ? value.toFixed(1) : formatCount(Math.round(value));
}
