import { z } from "zod";
import { cohortText, type Cohort } from "@/lib/domain/gate/cohort";
import { gateActionSchema } from "@/lib/domain/gate/gate-action";
import { gateId, gateName } from "@/lib/domain/gate/gate-name";
import { channels, parseChannel, type Channel } from "@/lib/domain/trace/channel";
import { canonicalItems } from "../cohort/canonical-items";
import { isTable, readTable } from "./read-table";
import { checkRows, headOf, readRows, refuseTwice, type GateFile } from "./read-rows";

/** A channel by any of its names. */
export const channelName = z.string().transform((text, context): Channel => {
  const channel = parseChannel(text);
  if (channel !== null) return channel;
  const known = channels.filter((each) => each !== "unknown").join(", ");
  context.addIssue({ code: "custom", message: `is no channel; it can be ${known}` });
  return z.NEVER;
});

const optionalName = gateName.nullish().transform((name) => name ?? null);

/** A record's field: whatever is not nested, as text. */
const fieldText = z.preprocess(
  (value) => (typeof value === "number" || typeof value === "boolean" ? String(value) : value),
  cohortText,
);

/** A persona or scenario by its name alone, or with fields. */
const recordRow = z.preprocess(
  (value) => (typeof value === "string" ? { name: value } : value),
  z.strictObject({ name: gateName, fields: z.record(gateName, fieldText).default({}) }),
);

const actionRow = gateActionSchema.extend({
  arguments: gateActionSchema.shape.arguments.default({}),
});

const rowSchema = z.strictObject({
  id: gateId,
  channels: z.array(channelName).min(1, "is empty; name at least one channel"),
  cluster: optionalName,
  stratum: optionalName,
  expected: optionalName,
  opening: z.array(z.strictObject({ channel: channelName, text: cohortText })).nullish(),
  actions: z.array(actionRow).max(50, "lists more than 50").nullish(),
  situation: cohortText.nullish(),
  scenario: recordRow.nullish(),
  persona: recordRow.nullish(),
  source: gateName.nullish(),
});

/**
 * Reads a cohort from JSON Lines, an item a line, or from a table whose first row names the columns. All of it is
 * good, or nothing is read.
 * @param name of the cohort
 * @throws DomainError that says of each bad row what is wrong and where
 */
export function readCohort(file: GateFile, name: string): Cohort {
  const rows = isTable(headOf(file))
    ? checkRows(file.name, readTable(file), rowSchema)
    : readRows(file, rowSchema);
  refuseTwice(file.name, rows, ({ id }) => id, "id");
  refuseTwice(
    file.name,
    rows,
    ({ id }) => id.normalize("NFKC").toLowerCase(),
    "id but for its form",
  );
  const items = rows.map(
    ({ row: { opening, actions, situation, scenario, persona, source, ...item } }) => ({
      ...item,
      ...(opening != null && { opening }),
      ...(actions != null && { actions }),
      ...(situation != null && { situation }),
      ...(scenario != null && { scenario }),
      ...(persona != null && { persona }),
      ...(source != null && { source }),
    }),
  );
  return { name, items: canonicalItems(items) };
}
