import type { Account } from "@/lib/domain/people/account";
import { StatusBadge } from "../ui/status-badge";
import { AccessTable } from "./access-table";
import { ChangeButton } from "./change-button";
import { RoleSelect } from "./role-select";
import { scopeWords } from "./scope-words";
import type { SendAccessChange } from "./send-access-change";

type PeopleTableProps = { accounts: readonly Account[]; onChange: SendAccessChange };

const linkWords = "Pass this link on; it lets them choose a password, once, within 24 hours.";

/** The accounts of people, by name. */
export function PeopleTable({ accounts, onChange }: PeopleTableProps) {
  return (
    <AccessTable caption="People" headings={["Name", "Role", "Sees", "Signs in"]}>
      {accounts.map((account) => (
        <PersonRow key={account.publicId} account={account} onChange={onChange} />
      ))}
    </AccessTable>
  );
}

function PersonRow({ account, onChange }: { account: Account; onChange: SendAccessChange }) {
  const { publicId, name, email, scope, disabledUs, signsInBy } = account;
  const hasEnded = disabledUs !== null;
  return (
    <tr>
      <td>
        <span className="grid">
          <span className="[overflow-wrap:anywhere]">{name}</span>
          <span className="text-secondary [overflow-wrap:anywhere] text-text-muted">{email}</span>
          <span className="font-mono text-axis text-text-faint">{publicId}</span>
        </span>
      </td>
      <td data-lead="">
        <RoleSelect account={account} onChange={onChange} />
      </td>
      <td data-label="Sees">{scopeWords(scope)}</td>
      <td data-label="Signs in">
        {hasEnded ? (
          <StatusBadge tone="none" label="Ended" variant="bare" />
        ) : (
          <span className="text-secondary">{signInWords[signsInBy]}</span>
        )}
      </td>
      <td data-end="">
        {hasEnded ? (
          <ChangeButton
            label="Let sign in again"
            name={name}
            change={{ kind: "account-enabled", publicId }}
            onChange={onChange}
          />
        ) : (
          <span className="grid justify-items-start gap-1">
            <ChangeButton
              label="New password link"
              name={name}
              change={{ kind: "password-link", publicId }}
              shownWords={linkWords}
              onChange={onChange}
            />
            <ChangeButton
              label="End account"
              confirmation="End it and its sessions"
              name={name}
              change={{ kind: "account-ended", publicId }}
              onChange={onChange}
            />
          </span>
        )}
      </td>
    </tr>
  );
}

const signInWords: Readonly<Record<Account["signsInBy"], string>> = {
  password: "by password",
  provider: "by provider",
  nothing: "not yet",
};
