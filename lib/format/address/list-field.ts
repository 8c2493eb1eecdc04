import { z } from "zod";

/** Characters of a list's query string that another address carries: a server reads 16 kB of headers in all. */
export const listSearchMax = 6000;

/** The query string of the list one came from, as one parameter of another page. */
export const listField = z.tuple([z.string().max(listSearchMax)]);
