import { z } from "zod";
import { DomainError, isDomainError } from "@/lib/domain/domain-error";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { Upload, UploadState } from "@/lib/domain/settings/upload";
import { tooLargeSentence } from "@/lib/pages/ingest/file-limit";
import { nowUs } from "@/lib/clock/server";
import { logEvent } from "@/lib/log/log-event";
import { drainBody } from "./drain-body";
import { createPreparation } from "./preparation";
import { uploadLimitBytes } from "./upload-limit";
import { completeSpoolFile, openSpoolFile, discardSpoolFile } from "./upload-spool";
import { forgetUpload, hasUpload, noteUpload } from "./uploads";

const headersSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string().max(1000).transform(decoded).pipe(z.string().min(1).max(255)),
  bytes: z.coerce.number().int().nonnegative().nullable(),
});

/** Percent-decodes; unlike decodeURIComponent it accepts malformed input. */
function decoded(text: string): string {
  return new URLSearchParams(`name=${text}`).get("name") ?? "";
}

const statuses: Readonly<Record<DomainError["code"], number>> = {
  "invalid-input": 400,
  "not-found": 404,
  "not-allowed": 403,
  outdated: 409,
  "too-large": 413,
  unsupported: 415,
  busy: 503,
  unavailable: 503,
  damaged: 503,
};

/**
 * Streams an uploaded file to the data folder, never holding it in memory. `x-upload-id` is its id
 * (32 hex digits, chosen by the page), `x-file-name` its percent-encoded name.
 * @param onKept called when the file is complete on disk
 * @returns 201 if stored, else JSON with a sentence for the user
 */
export async function receiveUpload(request: Request, onKept: () => void): Promise<Response> {
  try {
    const upload = readHeaders(request);
    await receive(upload, request.body);
    onKept();
    return Response.json({ id: upload.id }, { status: 201 });
  } catch (error) {
    return refuseUpload(request, error);
  }
}

/** Answers an upload that is not kept with a sentence for the user, and reads the rest of it to nowhere. */
export function refuseUpload(request: Request, error: unknown): Response {
  if (!isDomainError(error)) logEvent("file-not-kept", { error });
  void drainBody(request.body);
  const sentence = isDomainError(error) ? error.message : sentenceOf(error);
  const status = isDomainError(error) ? statuses[error.code] : isFull(error) ? 507 : 500;
  return Response.json({ sentence }, { status });
}

function readHeaders(request: Request): Upload {
  const { headers } = request;
  const given = headersSchema.safeParse({
    id: headers.get("x-upload-id"),
    name: headers.get("x-file-name"),
    bytes: headers.get("content-length"),
  });
  if (!given.success || hasUpload(given.data.id)) {
    throw new DomainError(
      "invalid-input",
      "The page sent this file in a way that is not known here. Load the page again.",
    );
  }
  const { id, name, bytes } = given.data;
  if ((bytes ?? 0) > uploadLimitBytes(process.env)) throw tooLarge();
  const { text } = createPreparation(defaultSettings).masker.text.mask(name);
  const atUs = nowUs();
  return { id, name: text, bytes, startUs: atUs, atUs, state: { kind: "sending", bytes: 0 } };
}

async function receive(upload: Upload, body: ReadableStream<Uint8Array> | null): Promise<void> {
  const { id, name, startUs } = upload;
  const note = (state: UploadState) => {
    noteUpload({ ...upload, atUs: nowUs(), state });
  };
  note(upload.state);
  try {
    const bytes = await spool(id, body, (sent) => {
      note({ kind: "sending", bytes: sent });
    });
    if (upload.bytes !== null && bytes !== upload.bytes) throw cutShort();
    completeSpoolFile({ id, name, bytes, startUs, attempts: 0 });
    noteUpload({ ...upload, bytes, atUs: nowUs(), state: { kind: "waiting" } });
  } catch (error) {
    discardSpoolFile(id);
    forgetUpload(id);
    throw error;
  }
}

/** @returns the number of bytes on disk */
async function spool(
  id: string,
  body: ReadableStream<Uint8Array> | null,
  onProgress: (bytes: number) => void,
): Promise<number> {
  const maxBytes = uploadLimitBytes(process.env);
  const file = await openSpoolFile(id);
  const reader = body?.getReader();
  // The sender gave up or lost the connection.
  const read = () => reader?.read().catch(() => Promise.reject(cutShort()));
  let count = 0;
  try {
    for (let next = await read(); next?.done === false; next = await read()) {
      count += next.value.length;
      if (count > maxBytes) throw tooLarge();
      await file.writeFile(next.value);
      onProgress(count);
    }
    await file.sync();
    return count;
  } finally {
    reader?.releaseLock();
    await file.close();
  }
}

function tooLarge(): DomainError {
  return new DomainError("too-large", tooLargeSentence(uploadLimitBytes(process.env)));
}

function cutShort(): DomainError {
  return new DomainError("invalid-input", "The file did not arrive whole; send it again.");
}

function sentenceOf(error: unknown): string {
  return isFull(error)
    ? "The server's disk is full, so the file was not kept."
    : "The file could not be kept; send it again.";
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOSPC";
}
