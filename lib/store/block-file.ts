import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { Block } from "@/lib/analytics/case-table/table-blocks";
import { DomainError } from "@/lib/domain/domain-error";

/** What the end of a file says of the rest, before a trailer of fixed size. */
type Footer = {
  readonly header: unknown;
  readonly blocks: readonly { readonly bytes: number; readonly crc: number }[];
};

/** "TLBLOCK1"; a number that has it on a machine of the other byte order is no valid file here. */
const magic = 0x314b_434f_4c42_4c54n;
/** Length and checksum of the footer, then the magic number. */
const trailerBytes = 16;
/** Bytes written or read at a time: other requests are served in between. */
const sliceBytes = 4 * 1024 * 1024;

/**
 * Writes blocks and what is to be known of them to a file, whole or not at all: under another name first, which takes
 * the file's place once its bytes are on the disk. One process writes a file at a time.
 * @param header anything that JSON can say
 * @param isStill asked until the end: whether the blocks are still those of the header; else nothing is kept
 * @returns whether the file was written
 */
export async function writeBlockFile(
  path: string,
  header: unknown,
  blocks: readonly Block[],
  isStill: () => boolean,
): Promise<boolean> {
  const draft = `${path}.${randomBytes(4).toString("hex")}.draft`;
  await removeDrafts(path);
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      if (!(await writeBlocks(file, header, blocks, isStill))) return false;
      await file.datasync();
    } finally {
      await file.close();
    }
    if (!isStill()) return false;
    await rename(draft, path);
    return true;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a file of blocks, what an interrupted process left of one, and what is being written to take its place. */
export async function removeBlockFile(path: string): Promise<void> {
  await removeDrafts(path);
  await rm(path, { force: true });
}

async function removeDrafts(path: string): Promise<void> {
  const isDraft = (name: string) =>
    name.startsWith(`${basename(path)}.`) && name.endsWith(".draft");
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names.filter(isDraft)) {
    await rm(join(dirname(path), name), { force: true });
  }
}

async function writeBlocks(
  file: FileHandle,
  header: unknown,
  blocks: readonly Block[],
  isStill: () => boolean,
): Promise<boolean> {
  const footer: { header: unknown; blocks: { bytes: number; crc: number }[] } = {
    ...{ header, blocks: [] },
  };
  for (const block of blocks) {
    let crc = 0;
    for (const slice of slicesOf(block)) {
      if (!isStill()) return false;
      crc = crc32(slice, crc);
      await writeAll(file, slice);
    }
    footer.blocks.push({ bytes: block.byteLength, crc });
  }
  const end = Buffer.from(JSON.stringify(footer satisfies Footer));
  const trailer = Buffer.alloc(trailerBytes);
  trailer.writeUInt32LE(end.length, 0);
  trailer.writeUInt32LE(crc32(end), 4);
  new BigUint64Array(trailer.buffer, trailer.byteOffset + 8, 1)[0] = magic;
  await writeAll(file, end);
  await writeAll(file, trailer);
  return true;
}

/**
 * Reads a file of blocks.
 * @param blocksOf makes room for the blocks of a header, in the order in which they were written; null: it is not
 *   wanted. It may throw where the header is none that it knows
 * @returns whether the blocks were filled
 * @throws DomainError "damaged" that says how it is; what the blocks hold then is of no use
 */
export async function readBlockFile(
  path: string,
  blocksOf: (header: unknown) => readonly Block[] | null,
): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const footer = await readFooter(file);
    const blocks = blocksOf(footer.header);
    if (blocks === null) return false;
    if (blocks.length !== footer.blocks.length) throw damaged("it has other columns");
    const crcs = blocks.map(() => 0);
    for await (const { block, slice } of readSlices(file, blocks, footer)) {
      crcs[block] = crc32(slice, crcs[block]);
    }
    if (footer.blocks.some(({ crc }, index) => crc !== crcs[index])) {
      throw damaged("a checksum is wrong");
    }
    return true;
  } finally {
    await file.close();
  }
}

type Slice = { readonly block: number; readonly slice: Uint8Array };

/** Fills the blocks slice by slice; the next one is read while one is looked at. */
async function* readSlices(
  file: FileHandle,
  blocks: readonly Block[],
  footer: Footer,
): AsyncGenerator<Slice, void> {
  let at = 0;
  let last: (Slice & { readonly filled: Promise<void> }) | null = null;
  try {
    for (const [index, block] of blocks.entries()) {
      if (footer.blocks[index]?.bytes !== block.byteLength) {
        throw damaged("a column has another length");
      }
      for (const slice of slicesOf(block)) {
        const next = { block: index, slice, filled: readAll(file, slice, at) };
        // It may fail before the slice in front of it was looked at; it is thrown where it is awaited.
        next.filled.catch(() => undefined);
        at += slice.byteLength;
        const ready = last;
        last = next;
        await ready?.filled;
        if (ready !== null) yield ready;
      }
    }
    await last?.filled;
    if (last !== null) yield last;
  } finally {
    // The file is closed only once nothing reads it.
    await last?.filled.catch(() => undefined);
  }
}

function damaged(how: string): DomainError {
  return new DomainError("damaged", `The file cannot be used: ${how}.`);
}

async function readFooter(file: FileHandle): Promise<Footer> {
  const { size } = await file.stat();
  const trailer = new Uint8Array(trailerBytes);
  if (size < trailerBytes) throw damaged("it is cut off");
  await readAll(file, trailer, size - trailerBytes);
  const view = Buffer.from(trailer.buffer);
  if (new BigUint64Array(trailer.buffer, 8, 1)[0] !== magic) throw damaged("it is cut off");
  const length = view.readUInt32LE(0);
  if (length > size - trailerBytes) throw damaged("it is cut off");
  const end = new Uint8Array(length);
  await readAll(file, end, size - trailerBytes - length);
  if (crc32(end) !== view.readUInt32LE(4)) throw damaged("a checksum is wrong");
  // Written by `writeBlocks`, as its checksum says.
  return JSON.parse(Buffer.from(end.buffer).toString("utf8")) as Footer;
}

function* slicesOf(block: Block): Generator<Uint8Array> {
  const { buffer, byteOffset, byteLength } = block;
  for (let from = 0; from < byteLength; from += sliceBytes) {
    yield new Uint8Array(buffer, byteOffset + from, Math.min(sliceBytes, byteLength - from));
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    from += (await file.write(bytes, from)).bytesWritten;
  }
}

async function readAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const { bytesRead } = await file.read(bytes, from, bytes.length - from, at + from);
    if (bytesRead === 0) throw damaged("it is cut off");
    from += bytesRead;
  }
}
