import type { HashTombstone } from "@/lib/domain/privacy/tombstone";

/** Without a key and a hash: for stores in which nobody is erased. */
export const testHashTombstone: HashTombstone = (kind, value) => `${kind} ${value}`;
