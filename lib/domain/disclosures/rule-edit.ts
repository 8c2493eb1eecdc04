import { z } from "zod";

/** A change of disclosure rules from a page. */
export const ruleEditSchema = z.discriminatedUnion("kind", [
  /** The text of a rule in YAML. */
  z.object({
    kind: z.literal("written"),
    /** The id of the rule that it changes; null: a new one. */
    rule: z.string().max(100).nullable(),
    text: z.string().max(100_000),
  }),
  /** The text of what is stated, in YAML; it replaces what was. */
  z.object({ kind: z.literal("stated"), text: z.string().max(1_000_000) }),
  z.object({ kind: z.literal("turned"), rule: z.string().max(100), isOn: z.boolean() }),
]);
export type RuleEdit = Readonly<z.infer<typeof ruleEditSchema>>;
