"use client";

import { useState } from "react";
import { tokenPermissions, type TokenPermission } from "@/lib/domain/people/account";
import type { Scope } from "@/lib/domain/people/permission";
import { buttonClasses } from "../ui/button-classes";
import { Form } from "../ui/form";
import { SelectField } from "../ui/select-field";
import { LineField } from "./line-field";
import { NamesField } from "./names-field";
import { OutcomeNote } from "./outcome-note";
import { splitNames } from "./split-names";
import type { SendAccessChange } from "./send-access-change";
import { useMutation } from "../ui/use-mutation";
import type { AccessOutcome } from "@/lib/domain/people/access-change";

const mayWords: Readonly<Record<TokenPermission, string>> = {
  ingest: "send traces",
  export: "read cases and figures",
  "view-text": "read cases, figures and what was said",
};
const mayOptions = tokenPermissions.map((value) => ({ value, label: mayWords[value] }));
const permissionsFor: Readonly<Record<TokenPermission, readonly TokenPermission[]>> = {
  ingest: ["ingest"],
  export: ["export"],
  "view-text": ["export", "view-text"],
};
const lastOptions = [
  { value: "90", label: "90 days" },
  { value: "365", label: "a year" },
  { value: "", label: "until revoked" },
];

type AddTokenFormProps = {
  /** The regions and teams that cases have. */
  known: Scope;
  onChange: SendAccessChange;
};

/** Creates an API token and shows its secret once. */
export function AddTokenForm({ known, onChange }: AddTokenFormProps) {
  const { outcome, isBusy, submit } = useMutation<AccessOutcome>();
  const [name, setName] = useState("");
  const [may, setMay] = useState<TokenPermission>("ingest");
  const [regions, setRegions] = useState("");
  const [teams, setTeams] = useState("");
  const [days, setDays] = useState("90");

  function add() {
    const lasts = days === "" ? null : Number(days);
    const limits = { regions: splitNames(regions), teams: splitNames(teams) };
    const isLimited = may !== "ingest" && limits.regions.length + limits.teams.length > 0;
    const made = {
      name,
      permissions: permissionsFor[may],
      scope: isLimited ? limits : null,
      days: lasts,
    };
    submit(
      () => onChange({ kind: "token-made", ...made }),
      () => {
        setName("");
      },
    );
  }

  return (
    <Form
      aria-label="Make a token"
      className="grid gap-3 border-t border-border px-4 py-3"
      noValidate
      onSubmit={add}
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(180px,1fr))] gap-3">
        <LineField label="Name of the program" fills="off" value={name} onChange={setName} />
        <SelectField label="It may" value={may} options={mayOptions} onChange={setMay} />
        {may !== "ingest" ? (
          <>
            <NamesField
              label="Cases of regions"
              known={known.regions}
              value={regions}
              onChange={setRegions}
            />
            <NamesField
              label="Cases of teams"
              known={known.teams}
              value={teams}
              onChange={setTeams}
            />
          </>
        ) : null}
        <SelectField label="It lasts" value={days} options={lastOptions} onChange={setDays} />
      </div>
      <OutcomeNote
        outcome={outcome}
        shownWords="Id and secret, shown this once. Send the secret as Authorization: Bearer, or both as x-api-key and x-secret-key."
      />
      <button
        type="submit"
        className={`${buttonClasses.default} cursor-pointer justify-self-start`}
        disabled={isBusy}
      >
        Make token
      </button>
    </Form>
  );
}
