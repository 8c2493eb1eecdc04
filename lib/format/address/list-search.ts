import { optional, text } from "./field";

/** Longest query string of a list carried in another address: Node reads 16 kB of headers in all. */
const listSearchMax = 6000;

/** The query string of the list the viewer came from; null: they came from elsewhere. */
export const listSearch = optional("list", text({ max: listSearchMax }));
