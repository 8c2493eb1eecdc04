import { optional, text } from "./field";

/** Characters of a list's query string that another address carries: a server reads 16 kB of headers in all. */
const listSearchMax = 6000;

/** The query string of the list one came from, in the address of another page; null where one came from elsewhere. */
export const listSearch = optional("list", text({ max: listSearchMax }));
