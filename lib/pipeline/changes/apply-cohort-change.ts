import { DomainError } from "@/lib/domain/domain-error";
import { type CohortItem } from "@/lib/domain/gate/cohort";
import { gateName } from "@/lib/domain/gate/gate-name";
import {
  cohortNameMax,
  cohortSizeMax,
  expectedMax,
  type CohortChange,
} from "@/lib/domain/gate/cohort-change";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { formatCounted } from "@/lib/format/format";
import { freezeCohort } from "@/lib/gate/cohort/freeze-cohort";
import { createClusters, itemOfCase } from "@/lib/gate/cohort/item-of-case";
import { readCohort, writeCohort } from "@/lib/store/gate/cohorts";
import { readCohortSource, readCustomersOf } from "@/lib/store/gate/cohort-sources";
import { itemsOfCases } from "../gate/items-of-cases";
import { sha256 } from "@/lib/store/sha256";
import type { CaseChangeContext } from "./apply-case-change";
import { maskSearch } from "./mask-search";
import { requireCase } from "./require-case";

type ChangeOf<Kind> = Extract<CohortChange, { readonly kind: Kind }>;

/** One transaction per change. @throws DomainError with a sentence for the user */
export const cohortChangeAppliers = {
  "cohort-made": async (
    { db, nowUs, mask }: CaseChangeContext,
    { name: typed, origin, caseIds, actor }: ChangeOf<"cohort-made">,
  ): Promise<ChangeAnswer> => {
    const name = nameOf(typed, mask);
    if (caseIds.length > cohortSizeMax) throw refused(tooManySentence(caseIds.length));
    if ((await readCohort(db, name)) !== null) {
      throw refused(`There is a cohort ${name} already; choose another name.`);
    }
    return db.write(async (connection) => {
      const items = await itemsOfCases(connection, caseIds);
      if (items.length === 0) throw refused("The filter leaves no case with a customer in it.");
      const stored = { ...origin, search: maskSearch(origin.search, mask) };
      const cohort = frozen(name, items, actor, stored);
      return { id: (await writeCohort(connection, cohort, nowUs)).id };
    });
  },

  "cohort-case-added": async (
    context: CaseChangeContext,
    { name, caseId, expected: typed, actor }: ChangeOf<"cohort-case-added">,
  ): Promise<ChangeAnswer> => {
    const { db, nowUs, mask } = context;
    await requireCase(context, caseId);
    const expected = lineOf(mask(typed.trim()), expectedMax, "What was expected");
    const latest = await readCohort(db, name);
    if (latest === null || latest.name !== name) {
      throw new DomainError("not-found", `There is no cohort ${name}; load the page again.`);
    }
    if (latest.items.length >= cohortSizeMax) throw refused(tooManySentence(cohortSizeMax + 1));
    return db.write(async (connection) => {
      const source = await readCohortSource(connection, caseId);
      if (source === null) throw refused(`Case ${caseId} is gone.`);
      const others = latest.items.filter((each) => sourceOf(each) !== caseId);
      const customers = await readCustomersOf(connection, others.map(sourceOf));
      const clusterOf = createClusters(
        others,
        new Map(others.flatMap((item) => customerEntry(item, customers.get(sourceOf(item))))),
      );
      const frozenItem = latest.items.find((each) => sourceOf(each) === caseId);
      const item =
        frozenItem === undefined
          ? itemOfCase(source, { cluster: clusterOf(source.customerId), expected }, sha256)
          : { ...frozenItem, expected };
      const origin = { kind: "added", to: latest.version } as const;
      const cohort = frozen(name, [...others, item], actor, origin);
      return { id: (await writeCohort(connection, cohort, nowUs)).id };
    });
  },
};

function sourceOf({ id, source }: CohortItem): string {
  return source ?? id;
}

function customerEntry({ id }: CohortItem, customer: string | undefined): [string, string][] {
  return customer === undefined ? [] : [[id, customer]];
}

function frozen(
  name: string,
  made: readonly CohortItem[],
  createdBy: string,
  origin: StoredCohort["origin"],
): Parameters<typeof writeCohort>[1] {
  const { items, sha256: hash } = freezeCohort(name, 1, made, sha256);
  return { name, sha256: hash, createdBy, origin, items };
}

function nameOf(typed: string, mask: (text: string) => string): string {
  const name = mask(typed.trim());
  if (/^[0-9a-f]{64}$/.test(name)) throw refused("That is the hash of a cohort; choose a name.");
  return lineOf(name, cohortNameMax, "The name");
}

/** @param what "The name" */
function lineOf(text: string, max: number, what: string): string {
  const parsed = gateName.safeParse(text);
  if (!parsed.success) throw refused(`${what} ${parsed.error.issues[0]?.message ?? ""}.`);
  // Masking can lengthen the text.
  if (text.length > max) throw refused(`${what} is longer than ${String(max)} characters.`);
  return text;
}

function tooManySentence(count: number): string {
  return `A cohort has at most ${formatCounted(cohortSizeMax, "case")}, and these are ${formatCounted(count, "case")}: draw a sample of them, or narrow the list.`;
}

function refused(sentence: string): DomainError {
  return new DomainError("invalid-input", sentence);
}
