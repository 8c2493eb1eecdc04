import { isUnderWay, type Upload } from "@/lib/domain/settings/upload";

/** How long a finished upload stays listed; its batch stays listed longer. */
const listedUs = 3_600_000_000;

declare global {
  // The server's start-up and its routes are separate bundles that share these uploads.
  var throughlineUploads: Map<string, Upload> | undefined;
}

function all(): Map<string, Upload> {
  return (globalThis.throughlineUploads ??= new Map<string, Upload>());
}

/** Stores the latest state of an upload. */
export function noteUpload(upload: Upload): void {
  all().set(upload.id, upload);
}

/** Removes a cancelled upload. */
export function forgetUpload(id: string): void {
  all().delete(id);
}

/** Whether an upload of this id is known. */
export function hasUpload(id: string): boolean {
  return all().has(id);
}

/**
 * Uploads in progress and those finished within the last hour, newest first.
 * @param nowUs microseconds since 1970
 */
export function listUploads(nowUs: number): Upload[] {
  for (const upload of all().values()) {
    if (!isUnderWay(upload) && nowUs - upload.atUs > listedUs) forgetUpload(upload.id);
  }
  return [...all().values()].sort((a, b) => b.startUs - a.startUs || (a.id < b.id ? -1 : 1));
}
