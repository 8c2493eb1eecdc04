import type { Token } from "@/lib/domain/people/account";
import { Instant } from "../ui/instant";
import { StatusBadge } from "../ui/status-badge";
import { AccessTable } from "./access-table";
import { ChangeButton } from "./change-button";
import { scopeWords } from "./scope-words";
import type { SendAccessChange } from "./send-access-change";

/** The tokens of programs, newest first. */
export function TokensTable({
  tokens,
  asOfUs,
  onChange,
}: {
  tokens: readonly Token[];
  /** Microseconds since 1970. */
  asOfUs: number;
  onChange: SendAccessChange;
}) {
  if (tokens.length === 0) {
    return <p className="px-4 pb-3 text-secondary text-text-muted">No program has a token yet.</p>;
  }
  return (
    <AccessTable caption="Tokens" headings={["Program", "May", "Ends", "Last used"]}>
      {tokens.map((token) => (
        <TokenRow key={token.publicId} token={token} asOfUs={asOfUs} onChange={onChange} />
      ))}
    </AccessTable>
  );
}

type TokenRowProps = { token: Token; asOfUs: number; onChange: SendAccessChange };

function TokenRow({ token, asOfUs, onChange }: TokenRowProps) {
  const { publicId, name, permissions, scope, expiresUs, revokedUs, usedUs } = token;
  const hasEnded = expiresUs !== null && expiresUs <= asOfUs;
  return (
    <tr>
      <td>
        <span className="grid">
          <span className="[overflow-wrap:anywhere]">{name}</span>
          <span className="font-mono text-axis text-text-faint">{publicId}</span>
        </span>
      </td>
      <td data-label="May">
        {permissions.join(", ")}
        {scope === null ? null : `: ${scopeWords(scope)}`}
      </td>
      <td data-label={hasEnded ? "Ended" : "Ends"}>
        {expiresUs === null ? (
          <>{revokedUs === null ? "when revoked" : "revoked"}</>
        ) : (
          <Instant atUs={expiresUs} style="day" />
        )}
      </td>
      <td data-label="Last used">
        {usedUs === null ? "never" : <Instant atUs={usedUs} style="minute" />}
      </td>
      <td data-end="">
        {revokedUs === null && hasEnded ? (
          <StatusBadge tone="none" label="Expired" variant="bare" />
        ) : revokedUs === null ? (
          <ChangeButton
            label="Revoke"
            confirmation="Revoke it for good"
            name={name}
            change={{ kind: "token-revoked", publicId }}
            onChange={onChange}
          />
        ) : (
          <StatusBadge tone="none" label="Revoked" variant="bare" />
        )}
      </td>
    </tr>
  );
}
