import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { workspaceNames } from "@/lib/domain/workspace";

/** The file of a backup that says what is in it; it is written last. */
export const manifestName = "manifest.json";

/** The files of a data folder that a backup may hold; nothing else is ever written from one. */
const backedUpPath =
  /^(?:main\.db|demo\.db|access\.db|key|originals-key|demo\.json|uploads\/[\w-]+\.\w+)$/u;

const fileSchema = z.object({
  /** Relative to the data folder. */
  path: z.string().regex(backedUpPath),
  bytes: z.int().nonnegative(),
  /** Hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});

const manifestSchema = z.object({
  format: z.literal(1),
  /** RFC 3339: everything acknowledged before it is in the backup. */
  madeAt: z.iso.datetime(),
  /** The program's. */
  version: z.string(),
  /** The key of pseudonyms came from THROUGHLINE_KEY; it is not in the backup. */
  isKeyInEnvironment: z.boolean(),
  workspaces: z.array(
    z.object({
      workspace: z.enum(workspaceNames),
      cases: z.int().nonnegative(),
      intakeRevision: z.string(),
    }),
  ),
  files: z.array(fileSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpFile = z.infer<typeof fileSchema>;

/**
 * Reads what a backup holds.
 * @throws DomainError "not-found" where it has no manifest, "damaged" where that cannot be read
 */
export function readManifest(folder: string): Manifest {
  const text = readOrRefuse(join(folder, manifestName));
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw damagedFile(manifestName, "cannot be read");
  }
}

function readOrRefuse(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new DomainError(
      "not-found",
      `This folder is no backup, or one that was not finished: it has no file ${manifestName}. Nothing was restored.`,
    );
  }
}

/** The size and hash of a file. @param path relative to the folder */
export async function describeFile(folder: string, path: string): Promise<BackedUpFile> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(join(folder, path)), hash);
  const { size } = await stat(join(folder, path));
  return { path, bytes: size, sha256: hash.digest("hex") };
}

/** The bytes of all files of a backup. */
export function backedUpBytes({ files }: Manifest): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The refusal of a backup's file. @param why e.g. "is missing" */
export function damagedFile(name: string, why: string): DomainError {
  const sentence = `The backup's file ${name} ${why}: nothing was restored. Take another backup.`;
  return new DomainError("damaged", sentence);
}

/** Whether an error says that a file is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
