"use client";

import type { Account } from "@/lib/domain/people/account";
import { roleNames, roles } from "@/lib/domain/people/permission";
import { SelectField } from "../ui/select-field";
import { OutcomeNote } from "./outcome-note";
import type { SendAccessChange } from "./send-access-change";
import { useMutation } from "../ui/use-mutation";
import type { AccessOutcome } from "@/lib/domain/people/access-change";

/** Changes an account's role, effective with the person's next request. */
export function RoleSelect({
  account: { publicId, name, role, scope, disabledUs },
  onChange,
}: {
  account: Account;
  onChange: SendAccessChange;
}) {
  const { outcome, submit } = useMutation<AccessOutcome>();
  if (disabledUs !== null) return roleNames[role];
  return (
    <span className="grid gap-1">
      <SelectField
        label={`Role of ${name}`}
        isLabelHidden
        value={role}
        options={roles.map((value) => ({ value, label: roleNames[value] }))}
        onChange={(chosen) => {
          submit(() => onChange({ kind: "account-changed", publicId, role: chosen, scope }));
        }}
      />
      <OutcomeNote outcome={outcome} shownWords="" />
    </span>
  );
}
