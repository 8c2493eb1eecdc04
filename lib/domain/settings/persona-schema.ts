import { z } from "zod";
import { channels } from "../trace/channel";
import {
  personaAttributeFacts,
  personaAttributes,
  suggestedPersona,
  usualNoteTools,
  type NoteTools,
  type PersonaAttribute,
  type PersonaContract,
} from "./persona-contract";

const usual = suggestedPersona.terms;

/** A stored or submitted persona contract; missing members are as in the initial draft. */
export const personaSchema = z.object({
  version: z.int().min(0).default(0),
  approval: z
    .object({ atUs: z.number(), by: z.string().max(200) })
    .nullable()
    .default(null),
  terms: z
    .object({
      attributes: z
        .object(byAttribute((name) => range(name).nullable().default(usual.attributes[name])))
        .default(usual.attributes),
      allowances: z
        .object(
          byName(channels, () =>
            z.object(byAttribute((name) => range(name).exactOptional())).default({}),
          ),
        )
        .default(usual.allowances),
      bannedPhrases: phrases("a phrase").default(usual.bannedPhrases),
      greetings: phrases("a greeting").default(usual.greetings),
      signOffs: phrases("a farewell").default(usual.signOffs),
      prompts: phrases("a prompt and its version, like support@v7").default(usual.prompts),
      escalation: z
        .object({
          isOnRequest: z.boolean().default(usual.escalation.isOnRequest),
          isOnAnger: z.boolean().default(usual.escalation.isOnAnger),
          sameAnswers: count(2, 20).nullable().default(usual.escalation.sameAnswers),
          mostAnswers: count(1, 500).nullable().default(usual.escalation.mostAnswers),
          topics: phrases("a topic").default(usual.escalation.topics),
          graceAnswers: count(0, 20).default(usual.escalation.graceAnswers),
        })
        .default(usual.escalation),
    })
    .default(usual),
}) satisfies z.ZodType<PersonaContract>;

/** Names of tools that read and write notes, as stored or submitted. */
export const noteToolsSchema = z.object({
  read: phrases("a tool's name").default(usualNoteTools.read),
  write: phrases("a tool's name").default(usualNoteTools.write),
}) satisfies z.ZodType<NoteTools>;

function range(
  name: PersonaAttribute,
): z.ZodObject<{ readonly target: z.ZodNumber; readonly tolerance: z.ZodNumber }> {
  const { most, unit } = personaAttributeFacts[name];
  const least = most === 5 ? 1 : 0;
  const message = `Write a number from ${String(least)} to ${String(most)} (${unit}).`;
  const wide = `Write a tolerance above 0, up to ${String(most)} (${unit}).`;
  return z.object({
    target: z
      .number({ error: message })
      .min(least, { error: message })
      .max(most, { error: message }),
    tolerance: z.number({ error: wide }).min(0.01, { error: wide }).max(most, { error: wide }),
  });
}

function count(least: number, most: number): z.ZodInt {
  const error = `Write a whole number from ${String(least)} to ${String(most)}.`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

function phrases(what: string): z.ZodReadonly<z.ZodArray<z.ZodString>> {
  return z
    .array(
      z
        .string()
        .trim()
        .min(1, { error: `Write ${what}.` })
        .max(200, { error: "Up to 200 characters." }),
    )
    .max(200, { error: "Up to 200 are kept." })
    .readonly();
}

function byAttribute<T>(schemaOf: (name: PersonaAttribute) => T): Record<PersonaAttribute, T> {
  return byName(personaAttributes, schemaOf);
}

/** One schema per name; `Object.fromEntries` loses the names' type. */
function byName<Name extends string, T>(
  names: readonly Name[],
  schemaOf: (name: Name) => T,
): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as Record<Name, T>;
}
