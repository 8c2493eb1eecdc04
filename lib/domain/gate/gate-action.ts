import { z } from "zod";
import { gateName } from "./gate-name";

/** A tool call that changes something, such as a refund. */
export const gateActionSchema = z.strictObject({
  tool: gateName,
  /** Arguments by name; of an expected one those that it must have. */
  arguments: z.record(z.string().max(200), z.json()),
});
export type GateAction = Readonly<z.infer<typeof gateActionSchema>>;
