import type { RuleModel, VersionView } from "@/lib/pages/disclosures/rules/rules-model";
import { Card } from "@/components/ui/card";
import { Instant } from "@/components/ui/instant";
import { ScrollRegion } from "@/components/ui/scroll-region";

/** Every version of a rule, the latest first. */
export function VersionsCard({ versions }: Pick<RuleModel, "versions">) {
  return (
    <Card title="Versions">
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-1">
        {versions.map((version) => (
          <li key={`${String(version.version)} ${String(version.published?.atUs)}`}>
            <details>
              <summary className="min-h-6 cursor-pointer">
                <Heading version={version} />
              </summary>
              <ScrollRegion
                label={`Version ${String(version.version)} as text`}
                look="rounded-control bg-sunken px-3 py-2"
              >
                <pre className="font-mono text-secondary">{version.text}</pre>
              </ScrollRegion>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Heading({ version: { version, published, isInForce } }: { version: VersionView }) {
  return (
    <>
      {version}
      {published === null ? (
        ", shipped"
      ) : (
        <>
          , published <Instant atUs={published.atUs} style="minute" /> by {published.name}
        </>
      )}
      {isInForce ? ", in force" : ""}
    </>
  );
}
