import { z } from "zod";

/** What was made of a table's columns; names are masked. */
export const readColumnsSchema = z.object({
  /** In the order of fields; `field` as our own tables name it: "opened". */
  read: z.array(z.object({ name: z.string(), field: z.string() })),
  /** Columns that are no case field. */
  unread: z.array(z.string()),
});
export type ReadColumns = z.infer<typeof readColumnsSchema>;
