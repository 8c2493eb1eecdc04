import type { ListReader } from "@/lib/pages/lists/load";

/** Who takes a list away and may read what was said. */
export const readsAll: ListReader = { names: new Map(), readsText: true };
