"use client";

import { useState } from "react";
import {
  caseTypeSettings,
  usualCaseType,
  type CaseTypeSettings,
  type Settings,
} from "@/lib/domain/settings/settings";
import type { SettingsSuggestions } from "@/lib/domain/settings/settings-suggestions";
import { formatCount } from "@/lib/format/format";
import { numberDraft, readNumberDraft } from "@/lib/pages/settings/number-draft";
import { TextField } from "../ui/text-field";
import type { SettingsActions } from "./settings-actions";
import { AddButton } from "./add-button";
import { SettingsForm } from "./settings-form";

type Row = {
  readonly name: string;
  /** Number of cases of this type; null: it occurs only in the settings. */
  readonly cases: number | null;
  readonly horizonDays: string;
  readonly isFirstContactResolvable: boolean;
  readonly resolveWithinBusinessHours: string;
};
type Draft = { readonly rows: readonly Row[] };

type CaseTypesFormProps = {
  settings: Settings;
  suggestions: SettingsSuggestions;
  actions: SettingsActions;
};

const headClass = "py-1 pr-3 text-left align-bottom font-semibold";

/** Settings per case type. */
export function CaseTypesForm({ settings, suggestions, actions }: CaseTypesFormProps) {
  return (
    <SettingsForm<Draft>
      title="Case types"
      subtitle={`A case that never closes counts as “never closed” once its horizon is over: usually ${numberDraft(settings.horizonDays)} days. Types that policy lets nobody resolve in the first contact stay out of net first-contact resolution.`}
      stored={{ rows: rowsOf(settings, suggestions) }}
      toChange={({ rows }) => ({ caseTypes: caseTypesOf(rows) })}
      actions={actions}
    >
      {({ draft: { rows }, edit, problemAt }) => (
        <>
          {rows.length === 0 ? (
            <p className="max-w-prose text-text-muted">
              No case states its type, so all have the usual horizon. Send{" "}
              <code className="font-mono">case.type</code> on any span, or a type column with your
              tickets. Where Cases shows a type, it is the intent of the conversation.
            </p>
          ) : (
            <div className="relative overflow-x-auto">
              <table className="w-full border-collapse roomy:min-w-[600px] max-roomy:block">
                <thead className="max-roomy:sr-only">
                  <tr className="border-b border-border text-secondary text-text-muted">
                    <th scope="col" className={headClass}>
                      Type
                    </th>
                    <th scope="col" className={`${headClass} text-right`}>
                      Cases
                    </th>
                    <th scope="col" className={headClass}>
                      Horizon
                    </th>
                    <th scope="col" className={headClass}>
                      Promised within
                    </th>
                    <th scope="col" className={headClass}>
                      Can be resolved in the first contact
                    </th>
                  </tr>
                </thead>
                <tbody className="max-roomy:block">
                  {rows.map((row) => (
                    <TypeRow
                      key={row.name}
                      row={row}
                      usualDays={numberDraft(settings.horizonDays)}
                      problemAt={problemAt}
                      onChange={(change) => {
                        edit({
                          rows: rows.map((each) => (each === row ? { ...row, ...change } : each)),
                        });
                      }}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <NewType
            problem={problemAt("caseTypes")}
            onAdd={(name) => {
              if (rows.every((each) => each.name !== name)) {
                edit({ rows: [...rows, draftRow(name, null, usualCaseType)] });
              }
            }}
          />
        </>
      )}
    </SettingsForm>
  );
}

type TypeRowProps = {
  row: Row;
  usualDays: string;
  problemAt: (path: string) => string | null;
  onChange: (change: Partial<Row>) => void;
};

function TypeRow({ row, usualDays, problemAt, onChange }: TypeRowProps) {
  const { name, cases } = row;
  return (
    <tr className="border-b border-border last:border-0 max-roomy:grid max-roomy:grid-cols-2 max-roomy:gap-x-3 max-roomy:py-2">
      <th
        scope="row"
        className="max-w-[200px] truncate py-1 pr-3 text-left font-normal"
        title={name}
      >
        {name}
      </th>
      <td className="py-1 pr-3 text-right tabular-nums max-roomy:pr-0">
        {cases === null ? <span className="text-text-faint">none</span> : formatCount(cases)}
        <span className="hidden text-text-muted max-roomy:inline" aria-hidden="true">
          {cases === 1 ? " case" : " cases"}
        </span>
      </td>
      <td className="py-1 pr-3 max-roomy:pr-0">
        <StackedLabel words="Horizon" />
        <TextField
          label={`Horizon of ${name} in days; empty: ${usualDays} as usual`}
          isLabelHidden
          kind="number"
          unit="days"
          value={row.horizonDays}
          problem={problemAt(`caseTypes.${name}.horizonDays`)}
          onChange={(horizonDays) => {
            onChange({ horizonDays });
          }}
        />
      </td>
      <td className="py-1 pr-3 max-roomy:pr-0">
        <StackedLabel words="Promised within" />
        <TextField
          label={`Business hours within which ${name} is promised to be resolved; empty: no promise`}
          isLabelHidden
          kind="number"
          unit="business hours"
          value={row.resolveWithinBusinessHours}
          problem={problemAt(`caseTypes.${name}.resolveWithinBusinessHours`)}
          onChange={(resolveWithinBusinessHours) => {
            onChange({ resolveWithinBusinessHours });
          }}
        />
      </td>
      <td className="py-1 max-roomy:col-span-2">
        <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5">
          <input
            type="checkbox"
            className="size-3.5 accent-action"
            checked={row.isFirstContactResolvable}
            onChange={(event) => {
              onChange({ isFirstContactResolvable: event.currentTarget.checked });
            }}
          />
          {row.isFirstContactResolvable ? "Yes" : "No"}
          <span className="hidden text-text-muted max-roomy:inline" aria-hidden="true">
            · can be resolved in the first contact
          </span>
          <span className="sr-only">, {name} can be resolved in the first contact</span>
        </label>
      </td>
    </tr>
  );
}

/** The label's text; visually a column heading on wide screens. */
function StackedLabel({ words }: { words: string }) {
  return (
    <span
      className="hidden pb-0.5 text-secondary text-text-muted max-roomy:block"
      aria-hidden="true"
    >
      {words}
    </span>
  );
}

function NewType({ problem, onAdd }: { problem: string | null; onAdd: (name: string) => void }) {
  const [typed, setTyped] = useState("");
  const add = () => {
    if (typed.trim() === "") return;
    onAdd(typed.trim());
    setTyped("");
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextField
        label="A type that no case has yet"
        value={typed}
        problem={problem?.startsWith("Up to") === true ? problem : null}
        onChange={setTyped}
        onEnter={add}
      />
      <AddButton thing="the case type" typed={typed.trim()} onAdd={add} />
    </div>
  );
}

/** Case types by number of cases, then those that occur only in the settings. */
function rowsOf({ caseTypes }: Settings, { caseTypes: seen }: SettingsSuggestions): Row[] {
  const own = Object.keys(caseTypes).filter((name) => seen.every((each) => each.caseType !== name));
  const settingsOf = (name: string) => caseTypeSettings(caseTypes, name) ?? usualCaseType;
  return [
    ...seen.map(({ caseType, cases }) => draftRow(caseType, cases, settingsOf(caseType))),
    ...own.map((name) => draftRow(name, null, settingsOf(name))),
  ];
}

function draftRow(name: string, cases: number | null, of: CaseTypeSettings): Row {
  return {
    name,
    cases,
    horizonDays: numberDraft(of.horizonDays),
    isFirstContactResolvable: of.isFirstContactResolvable,
    resolveWithinBusinessHours: numberDraft(of.resolveWithinBusinessHours),
  };
}

/** Only values that differ from the default are stored. */
function caseTypesOf(rows: readonly Row[]): Settings["caseTypes"] {
  const settings = rows.map(({ name, isFirstContactResolvable, ...row }) => {
    const horizonDays = readNumberDraft(row.horizonDays);
    const resolveWithinBusinessHours = readNumberDraft(row.resolveWithinBusinessHours);
    return [name, { horizonDays, isFirstContactResolvable, resolveWithinBusinessHours }] as const;
  });
  return Object.fromEntries(settings.filter(([, one]) => isUnusual(one)));
}

function isUnusual(one: CaseTypeSettings): boolean {
  return (
    one.horizonDays !== null ||
    one.resolveWithinBusinessHours !== null ||
    !one.isFirstContactResolvable
  );
}
