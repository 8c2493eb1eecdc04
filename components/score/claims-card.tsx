import type { ClaimsView } from "@/lib/format/scores/claims-view";
import { Card } from "../ui/card";
import { ClaimsList } from "./claims-list";

/** Groundedness of answers' claims; nothing where no passages were retrieved. */
export function ClaimsCard({ claims }: { claims: readonly ClaimsView[] }) {
  if (claims.length === 0) return null;
  return (
    <Card
      title="Claims against passages"
      subtitle="Each sentence of the answer beside what was retrieved for it; numbers, names and negation exactly"
      isFlush
    >
      {claims.map((each) => (
        <ClaimsList key={each.key} claims={each} />
      ))}
    </Card>
  );
}
