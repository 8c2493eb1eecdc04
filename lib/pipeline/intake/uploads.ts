import { isUnderWay, type Upload } from "@/lib/domain/settings/upload";

/** So long a page lists an upload that has ended; what it brought stays in the list of batches. */
const listedUs = 3_600_000_000;

declare global {
  // The server's start-up and its routes are bundled apart; they speak of the same uploads.
  var throughlineUploads: Map<string, Upload> | undefined;
}

function all(): Map<string, Upload> {
  return (globalThis.throughlineUploads ??= new Map<string, Upload>());
}

/** Keeps the latest state of an upload. */
export function noteUpload(upload: Upload): void {
  all().set(upload.id, upload);
}

/** Forgets an upload that was given up. */
export function forgetUpload(id: string): void {
  all().delete(id);
}

/** Whether an upload of this id is known. */
export function hasUpload(id: string): boolean {
  return all().has(id);
}

/** What is under way, and what ended within the last hour; the latest first. @param nowUs microseconds since 1970 */
export function listUploads(nowUs: number): Upload[] {
  for (const upload of all().values()) {
    if (!isUnderWay(upload) && nowUs - upload.atUs > listedUs) forgetUpload(upload.id);
  }
  return [...all().values()].sort((a, b) => b.startUs - a.startUs || (a.id < b.id ? -1 : 1));
}
