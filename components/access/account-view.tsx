import type { Session } from "@/lib/domain/people/account";
import { roleNames, type Role, type Scope } from "@/lib/domain/people/permission";
import { PageHeader } from "../layout/page-header";
import { Card } from "../ui/card";
import { ChangePasswordForm, type ChangePassword } from "./change-password-form";
import { scopeWords } from "./scope-words";
import { SessionsTable } from "./sessions-table";
import type { SendAccessChange } from "./send-access-change";

type AccountViewProps = {
  name: string;
  role: Role;
  scope: Scope | null;
  sessions: readonly Session[];
  ownSessionId: string;
  /** Null where a provider signs the person in. */
  onPasswordChange: ChangePassword | null;
  onEnd: SendAccessChange;
};

/** The Account page: the viewer's role, scope and sessions. */
export function AccountView(props: AccountViewProps) {
  const { name, role, scope, sessions, ownSessionId, onPasswordChange, onEnd } = props;
  return (
    <>
      <PageHeader title={name}>
        <p className="text-text-muted">
          {roleNames[role]}; sees {scopeWords(scope)}.
        </p>
      </PageHeader>
      <Card title="Where you are signed in" subtitle="End what you do not know." isFlush>
        <SessionsTable sessions={sessions} ownSessionId={ownSessionId} onChange={onEnd} />
      </Card>
      {onPasswordChange === null ? null : (
        <Card title="Password" subtitle="Changing it ends your other sessions.">
          <ChangePasswordForm onChange={onPasswordChange} />
        </Card>
      )}
    </>
  );
}
