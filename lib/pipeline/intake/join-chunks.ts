/** The bytes of some chunks, copied only where there are several. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const [only = new Uint8Array()] = chunks;
  return chunks.length > 1 ? Buffer.concat(chunks) : only;
}
