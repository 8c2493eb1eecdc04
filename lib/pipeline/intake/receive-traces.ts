import { DomainError, isDomainError, type DomainErrorCode } from "@/lib/domain/domain-error";
import { retryAfterSeconds } from "@/lib/domain/retry-after";
import { sentenceCase } from "@/lib/domain/sentence-case";
import {
  encodeExportResponse,
  encodeStatus,
  encodeWarning,
  type OtlpEncoding,
  type OtlpSignal,
  type PartialSuccess,
} from "@/lib/ingest/otlp-response";
import { createBoundsCheck } from "@/lib/ingest/bounds/body-bounds";
import { logEvent } from "@/lib/log/log-event";
import { unkeptWords } from "@/lib/format/ingest/unkept-words";
import { bodyBudgetBytes, leaseBody, processBodyBudget, type BodyLease } from "./body-budget";
import { bodyLimitBytes } from "./body-limit";
import { drainBody } from "./drain-body";
import { bodyTooLarge, readBody } from "./read-body";
import type { SubmitResult, TracesJob } from "../worker/worker-protocol";

export type { OtlpSignal };

/** Sends a body to the writer; resolves when its spans or log events are committed. */
export type SubmitTraces = (
  body: Pick<TracesJob, "chunks" | "encoding" | "signal" | "replaces" | "sender" | "token">,
) => Promise<SubmitResult>;

/**
 * Who sends. @property name the token or the address that a body came with: each gets a fair share
 * @property token public id of the token; "": it came without
 */
export type Sender = { readonly name: string; readonly token: string };

/** With the value "true", spans replace the stored ones of the same ids that differ. */
const replaceHeader = "throughline-replace";

const contentTypes: Readonly<Record<OtlpEncoding, string>> = {
  json: "application/json",
  protobuf: "application/x-protobuf",
};

/** HTTP status and google.rpc.Code per error code. */
const failures: Readonly<Record<DomainErrorCode, { readonly http: number; readonly rpc: number }>> =
  {
    "invalid-input": { http: 400, rpc: 3 },
    "not-found": { http: 404, rpc: 5 },
    "not-allowed": { http: 403, rpc: 7 },
    outdated: { http: 409, rpc: 10 },
    "too-large": { http: 413, rpc: 8 },
    unsupported: { http: 415, rpc: 3 },
    busy: { http: 503, rpc: 14 },
    unavailable: { http: 503, rpc: 14 },
    damaged: { http: 503, rpc: 14 },
  };
const notServed = { http: 404, rpc: 12 };
const methodNotAllowed = { http: 405, rpc: 12 };
const broken = { http: 500, rpc: 13 };

/** Bounds how long a slow sender holds memory of the shared budget. */
const arrivalMs = 120_000;
const messageLengthMax = 2000;

/**
 * Handles an OTLP/HTTP export request for traces or logs (https://opentelemetry.io/docs/specs/otlp/#otlphttp). 200
 * means committed. The body's share of the memory budget is released with the response.
 * @param submit decodes and stores the body on other threads
 */
export async function receiveTraces(
  request: Request,
  submit: SubmitTraces,
  signal: OtlpSignal = "traces",
  { name: sender, token }: Sender = { name: "", token: "" },
): Promise<Response> {
  const encoding = encodingOf(request);
  let lease: BodyLease | null = null;
  try {
    const own = leaseBody(processBodyBudget(), bodyBudgetBytes(process.env), sender);
    lease = own;
    if (encoding === null) throw unsupportedType(signal);
    const isGzip = isGzipped(request);
    const maxBytes = bodyLimitBytes(process.env);
    if (Number(request.headers.get("content-length") ?? 0) > maxBytes) {
      throw bodyTooLarge(maxBytes, "as sent");
    }
    const check = createBoundsCheck(encoding);
    const limits = { maxBytes, grow: own.grow, maxMs: arrivalMs, check };
    const chunks = await readBody(request.body, { isGzip, ...limits });
    const replaces = request.headers.get(replaceHeader)?.trim().toLowerCase() === "true";
    const result = await submit({ chunks, encoding, signal, replaces, sender, token });
    if (result.isUndecodable) {
      throw new DomainError("invalid-input", reasonsOf(result, "The body cannot be decoded."));
    }
    // What was to be replaced is no news to its sender.
    const news = replaces ? { ...result, overwritten: 0 } : result;
    const body = encodeExportResponse(partialOf(news, signal), encoding, signal);
    return new Response(body, { headers: { "content-type": contentTypes[encoding] } });
  } catch (error) {
    return errorResponse(error, encoding ?? "json");
  } finally {
    lease?.release();
    void drainBody(request.body);
  }
}

/**
 * Refuses a sender without permission.
 * @param refusal 401: another token may help; 403: none does
 */
export function refuseSender(
  request: Request,
  refusal: { readonly status: 401 | 403; readonly sentence: string },
): Response {
  const rpc = refusal.status === 401 ? 16 : 7;
  const { status: http, sentence } = refusal;
  const response = statusResponse({ http, rpc }, sentence, encodingOf(request) ?? "json");
  if (http === 401) response.headers.set("www-authenticate", "Bearer");
  void drainBody(request.body);
  return response;
}

/** Answers where it could not be found out whether the sender may send: an exporter is to try again, not to give up. */
export function answerFault(request: Request, error: unknown): Response {
  void drainBody(request.body);
  return errorResponse(error, encodingOf(request) ?? "json");
}

/** Refuses every other method on a path that takes traces or logs. */
export function refuseMethod(request: Request): Response {
  const message = "Traces and logs are sent with POST.";
  const response = statusResponse(methodNotAllowed, message, encodingOf(request) ?? "json");
  response.headers.set("allow", "POST");
  void drainBody(request.body);
  return response;
}

/**
 * Answers what is sent as metrics: taken without an error, so that an exporter goes on quietly, and with a warning that
 * nothing of it is kept. Another signal is refused.
 */
export function warnOfSignal(request: Request): Response {
  const encoding = encodingOf(request);
  const signal = new URL(request.url).pathname.replace(/\/$/u, "").split("/").at(-1) ?? "";
  if (encoding === null || !unkeptSignals.has(signal)) return refuseSignal(request);
  void drainBody(request.body);
  const warning = `${sentenceCase(signal)} are not kept here, only traces and GenAI log events; nothing of this request was stored.`;
  return new Response(encodeWarning(warning, encoding), {
    headers: { "content-type": contentTypes[encoding] },
  });
}

const unkeptSignals: ReadonlySet<string> = new Set(["metrics"]);

/** Refuses other signals and methods. */
export function refuseSignal(request: Request): Response {
  const message = "Only traces and logs are taken, at /v1/traces and /v1/logs.";
  const response = statusResponse(notServed, message, encodingOf(request) ?? "json");
  void drainBody(request.body);
  return response;
}

function encodingOf(request: Request): OtlpEncoding | null {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === contentTypes.json) return "json";
  return type === contentTypes.protobuf ? "protobuf" : null;
}

function isGzipped(request: Request): boolean {
  const coding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (coding === "gzip") return true;
  if (coding === "" || coding === "identity") return false;
  throw new DomainError("unsupported", "Of content encodings only gzip and identity are read.");
}

function unsupportedType(signal: OtlpSignal): DomainError {
  const types = Object.values(contentTypes).join(" or ");
  return new DomainError("unsupported", `Send ${signal} with the content type ${types}.`);
}

const refusedWords = { traces: "Some spans were refused.", logs: "Some log records were refused." };
const namesOf = { traces: "Spans", logs: "Log events" };

function partialOf(result: SubmitResult, signal: OtlpSignal): PartialSuccess | null {
  const { rejected, overwritten, differing, erased, expired, firstReasons } = result;
  const isRefused = rejected > 0 || firstReasons.length > 0;
  if (!isRefused && overwritten + differing + erased + expired === 0) return null;
  const errorMessage = [
    ...(isRefused ? [reasonsOf(result, refusedWords[signal])] : []),
    ...unkeptWords(result).map((words) => `${namesOf[signal]}: ${words}.`),
    ...(differing > 0 ? [`To replace them, send the header ${replaceHeader}: true.`] : []),
  ].join(" ");
  return { rejected: rejected + erased + expired, errorMessage };
}

function reasonsOf(result: SubmitResult, otherwise: string): string {
  const reasons = result.firstReasons.join("; ").slice(0, messageLengthMax);
  return reasons === "" ? otherwise : reasons;
}

function errorResponse(error: unknown, encoding: OtlpEncoding): Response {
  if (isDomainError(error)) {
    const response = statusResponse(failures[error.code], error.message, encoding);
    const { http } = failures[error.code];
    // What is damaged may be mended in hours: a sender's own longer and longer pauses are better.
    if (http === 503 && error.code !== "damaged")
      response.headers.set("retry-after", retryAfterSeconds);
    return response;
  }
  // The protocol requires a Status for internal errors too; the error's message might quote data.
  logEvent("body-not-stored", { error });
  return statusResponse(broken, "The server failed; see its log.", encoding);
}

function statusResponse(
  { http, rpc }: { readonly http: number; readonly rpc: number },
  message: string,
  encoding: OtlpEncoding,
): Response {
  const body = encodeStatus({ code: rpc, message }, encoding);
  return new Response(body, {
    status: http,
    headers: { "content-type": contentTypes[encoding] },
  });
}
