import type { Session } from "@/lib/domain/people/account";
import { roleNames } from "@/lib/domain/people/permission";
import { Instant } from "../ui/instant";
import { AccessTable } from "./access-table";
import { ChangeButton } from "./change-button";
import type { SendAccessChange } from "./send-access-change";

type SessionsTableProps = {
  sessions: readonly Session[];
  /** Account names by account id; absent: all sessions are the viewer's. */
  holders?: ReadonlyMap<number, string>;
  ownSessionId: string;
  onChange: SendAccessChange;
};

/** Where people are signed in, last used first. */
export function SessionsTable(props: SessionsTableProps) {
  const { sessions, holders, ownSessionId, onChange } = props;
  return (
    <AccessTable
      caption="Sessions"
      headings={[...(holders === undefined ? [] : ["Who"]), "Where", "Since", "Last used"]}
    >
      {sessions.map((session) => (
        <tr key={session.publicId}>
          {holders === undefined ? null : <td>{holderOf(session, holders)}</td>}
          <td>
            {session.device}, {session.network}
          </td>
          <td data-label="Since">
            <Instant atUs={session.createdUs} style="minute" />
          </td>
          <td data-label="Last used">
            <Instant atUs={session.seenUs} style="minute" />
          </td>
          <td data-end="">
            {session.publicId === ownSessionId ? (
              <span className="text-secondary text-text-muted">this one</span>
            ) : (
              <ChangeButton
                label="End"
                name={`${holderOf(session, holders)}, ${session.device}`}
                change={{ kind: "session-ended", publicId: session.publicId }}
                onChange={onChange}
              />
            )}
          </td>
        </tr>
      ))}
    </AccessTable>
  );
}

function holderOf(
  { accountId, demoRole }: Session,
  holders: ReadonlyMap<number, string> | undefined,
): string {
  if (demoRole !== null) return `Demo: ${roleNames[demoRole]}`;
  return (accountId === null ? undefined : holders?.get(accountId)) ?? "you";
}
