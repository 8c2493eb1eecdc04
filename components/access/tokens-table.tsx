import type { Token } from "@/lib/domain/account";
import { Instant } from "../ui/instant";
import { StatusBadge } from "../ui/status-badge";
import { AccessTable } from "./access-table";
import { ChangeButton } from "./change-button";
import type { SendAccessChange } from "./use-access-change";

/** The tokens of programs, newest first. */
export function TokensTable({
  tokens,
  onChange,
}: {
  tokens: readonly Token[];
  onChange: SendAccessChange;
}) {
  if (tokens.length === 0) {
    return <p className="px-4 pb-3 text-secondary text-text-muted">No program has a token yet.</p>;
  }
  return (
    <AccessTable caption="Tokens" headings={["Program", "May", "Ends", "Last used"]}>
      {tokens.map((token) => (
        <TokenRow key={token.publicId} token={token} onChange={onChange} />
      ))}
    </AccessTable>
  );
}

function TokenRow({ token, onChange }: { token: Token; onChange: SendAccessChange }) {
  const { publicId, name, permissions, expiresUs, revokedUs, usedUs } = token;
  return (
    <tr>
      <td>
        <span className="grid">
          <span className="[overflow-wrap:anywhere]">{name}</span>
          <span className="font-mono text-axis text-text-faint">{publicId}</span>
        </span>
      </td>
      <td data-label="May">{permissions.join(", ")}</td>
      <td data-label="Ends">
        {expiresUs === null ? "when revoked" : <Instant atUs={expiresUs} style="day" />}
      </td>
      <td data-label="Last used">
        {usedUs === null ? "never" : <Instant atUs={usedUs} style="minute" />}
      </td>
      <td data-end="">
        {revokedUs === null ? (
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
