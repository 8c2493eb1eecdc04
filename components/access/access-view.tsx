import { apiFilePath } from "@/lib/pages/api/url";
import type { Account, Session, Token } from "@/lib/domain/people/account";
import type { Scope } from "@/lib/domain/people/permission";
import { formatCounted } from "@/lib/format/format";
import { PageHeader } from "../layout/page-header";
import { Card } from "../ui/card";
import { AddPersonForm } from "./add-person-form";
import { AddTokenForm } from "./add-token-form";
import { PeopleTable } from "./people-table";
import { SessionsTable } from "./sessions-table";
import { TokensTable } from "./tokens-table";
import type { SendAccessChange } from "./send-access-change";

type AccessViewProps = {
  accounts: readonly Account[];
  sessions: readonly Session[];
  tokens: readonly Token[];
  /** The regions and teams that cases have. */
  known: Scope;
  /** Microseconds since 1970. */
  asOfUs: number;
  /** The viewer's own session. */
  ownSessionId: string;
  onChange: SendAccessChange;
};

/** The Access page: accounts, sessions and API tokens. */
export function AccessView({
  accounts,
  sessions,
  tokens,
  known,
  asOfUs,
  ownSessionId,
  onChange,
}: AccessViewProps) {
  const active = accounts.filter(({ disabledUs }) => disabledUs === null).length;
  const holders = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHeader
        title={`${formatCounted(active, "person", "people")} may sign in; ${formatCounted(sessions.length, "open session")}`}
      />
      <Card title="People" isFlush>
        <PeopleTable accounts={accounts} onChange={onChange} />
        <AddPersonForm known={known} onChange={onChange} />
      </Card>
      <Card title="Sessions" subtitle="Ending one takes effect at its next click." isFlush>
        <SessionsTable
          sessions={sessions}
          holders={holders}
          ownSessionId={ownSessionId}
          onChange={onChange}
        />
      </Card>
      <Card
        title="Tokens"
        subtitle="For programs that send traces, or read cases and figures over HTTP."
        isFlush
      >
        <TokensTable tokens={tokens} asOfUs={asOfUs} onChange={onChange} />
        <AddTokenForm known={known} onChange={onChange} />
        <p className="border-t border-border px-4 py-3 text-secondary text-text-faint">
          What can be read, and how:{" "}
          <a className="text-link underline" href={apiFilePath} download>
            openapi.json
          </a>{" "}
          (OpenAPI 3.1). Each request is a row of the audit.
        </p>
      </Card>
    </>
  );
}
