"use client";

import { useState } from "react";
import { roleNames, roles, type Role, type Scope } from "@/lib/domain/people/permission";
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

const roleOptions = roles.map((value) => ({ value, label: roleNames[value] }));

type AddPersonFormProps = {
  /** The regions and teams that cases have. */
  known: Scope;
  onChange: SendAccessChange;
};

/** Adds a person, and shows the link by which they choose a password. */
export function AddPersonForm({ known, onChange }: AddPersonFormProps) {
  const { outcome, isBusy, submit } = useMutation<AccessOutcome>();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("supervisor");
  const [regions, setRegions] = useState("");
  const [teams, setTeams] = useState("");

  function add() {
    const limits = { regions: splitNames(regions), teams: splitNames(teams) };
    const isLimited = limits.regions.length + limits.teams.length > 0;
    const scope = isLimited ? limits : null;
    submit(
      () => onChange({ kind: "account-added", name, email, role, scope }),
      () => {
        setName("");
        setEmail("");
      },
    );
  }

  return (
    <Form
      aria-label="Add a person"
      className="grid gap-3 border-t border-border px-4 py-3"
      noValidate
      onSubmit={add}
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(180px,1fr))] gap-3">
        <LineField label="Name" fills="off" value={name} onChange={setName} />
        <LineField label="E-mail" fills="off" value={email} onChange={setEmail} />
        <SelectField label="Role" value={role} options={roleOptions} onChange={setRole} />
        <NamesField
          label="Only regions"
          known={known.regions}
          value={regions}
          onChange={setRegions}
        />
        <NamesField label="Only teams" known={known.teams} value={teams} onChange={setTeams} />
      </div>
      <OutcomeNote
        outcome={outcome}
        shownWords="Pass this link on; it lets them choose a password, once, within 24 hours."
      />
      <button
        type="submit"
        className={`${buttonClasses.default} cursor-pointer justify-self-start`}
        disabled={isBusy}
      >
        Add person
      </button>
    </Form>
  );
}
