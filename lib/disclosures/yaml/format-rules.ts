import { Document, isScalar, isSeq, visit } from "yaml";
import type { StatedFacts } from "@/lib/domain/disclosures/rule-settings";
import { disclosureRuleSchema, type DisclosureRule } from "@/lib/domain/disclosures/rule";
import { statedOf } from "./stated";
import { formatTrigger, ruleFields, toCamel, toSnake } from "./fields";

/** A rule as it is written; the members that it has none of are left out. */
export type WrittenRule = {
  readonly rule: DisclosureRule;
  /** Null: not written. */
  readonly isOn: boolean | null;
  /** False: not written, so that a change gets the next one. */
  readonly hasVersion: boolean;
};

const heading =
  " Disclosure rules. Shipped ones are samples, dated and with their source; not legal advice.";

/** Writes rules, and what is stated, as YAML, rules by id: what `readRules` reads as the same. */
export function formatRules(rules: readonly WrittenRule[], stated: StatedFacts): string {
  const inOrder = rules.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const document = new Document({
    rules: inOrder.map(fieldsOf),
    ...(stated.notices && { notices: statedOf(stated).notices }),
    ...(stated.facts && { facts: stated.facts }),
    ...(stated.regions && { regions: stated.regions }),
  });
  document.commentBefore = heading;
  return textOf(document);
}

/** Writes what is stated, also where that is nothing. */
export function formatStated(stated: StatedFacts): string {
  return textOf(new Document(statedOf(stated)));
}

/** Writes one rule, without a list around it. */
export function formatRule(written: WrittenRule): string {
  return textOf(new Document(fieldsOf(written)));
}

/** Codes stand on one line. */
function textOf(document: Document): string {
  visit(document, {
    Pair: (_, { key, value }) => {
      const isOfCodes =
        isScalar(key) && (key.value === "channels" || key.value === "jurisdictions");
      if (isOfCodes && isSeq(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function fieldsOf({ rule: given, isOn, hasVersion }: WrittenRule): object {
  const rule = disclosureRuleSchema.parse(given);
  const { trigger, speakers, elements, position } = rule;
  const differing: ReadonlyMap<string, unknown> = new Map(
    Object.entries({
      version: hasVersion ? rule.version : null,
      default_on: isOn,
      trigger: formatTrigger(trigger),
      speaker: speakers.join("|"),
      elements: elements.map(({ key, mode, anyOf, ...rest }) => ({
        ...{ key, mode, any_of: anyOf },
        ...("noneOf" in rest && { none_of: rest.noneOf }),
      })),
      position: writtenOf(position),
      needs_ack: rule.needsAck ? true : null,
      prohibited: rule.prohibited ? true : null,
      deadline: rule.deadline === null ? null : writtenOf(rule.deadline),
    }),
  );
  const members: ReadonlyMap<string, unknown> = new Map(Object.entries(rule));
  const fields = ruleFields.map((name): [string, unknown] => [
    name,
    differing.has(name) ? differing.get(name) : members.get(toCamel(name)),
  ]);
  return Object.fromEntries(fields.filter(([, value]) => value !== null && value !== undefined));
}

/** A group of fields without those that are null; null if all are. */
function writtenOf(group: object): object | null {
  const said = Object.entries(group).filter(([, value]) => value !== null);
  return said.length === 0
    ? null
    : Object.fromEntries(said.map(([name, value]) => [toSnake(name), value]));
}
