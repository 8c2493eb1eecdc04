import { z } from "zod";
import { gateName, type Cohort } from "@/lib/domain/gate/cohort";
import { channels, parseChannel, type Channel } from "@/lib/domain/trace/channel";
import { readRows, refuseTwice, type GateFile } from "./read-rows";

/** A channel by any of its names. */
export const channelName = z.string().transform((text, context): Channel => {
  const channel = parseChannel(text);
  if (channel !== null) return channel;
  const known = channels.filter((each) => each !== "unknown").join(", ");
  context.addIssue({ code: "custom", message: `is no channel; it can be ${known}` });
  return z.NEVER;
});

const optionalName = gateName.nullish().transform((name) => name ?? null);

const rowSchema = z.strictObject({
  id: gateName,
  channels: z.array(channelName).min(1, "is empty"),
  cluster: optionalName,
  stratum: optionalName,
  expected: optionalName,
});

/**
 * Reads a cohort from JSON Lines, an item a line.
 * @param name of the cohort
 * @throws DomainError that says what is wrong and where
 */
export function readCohort(file: GateFile, name: string): Cohort {
  const rows = readRows(file, rowSchema);
  refuseTwice(file.name, rows, ({ id }) => id, "id");
  const items = rows
    .map(({ row: { id, cluster, channels, expected, stratum } }) => ({
      ...{ id, cluster, channels: [...new Set(channels)].sort(), expected, stratum },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { name, items };
}
