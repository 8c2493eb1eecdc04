import Link from "next/link";
import { formatCounted } from "@/lib/format/format";
import { rulesHref } from "@/lib/pages/disclosures/href";
import { Card } from "../ui/card";

/** Where disclosure rules are turned on and edited. @param props `on`: how many are on */
export function RulesCard({ on }: { on: number }) {
  return (
    <Card title="Disclosure rules" subtitle="What has to be said to customers, on which channels">
      <p>
        {formatCounted(on, "rule")} {on === 1 ? "is" : "are"} on.{" "}
        <Link className="text-link underline" href={rulesHref}>
          See and edit the rules
        </Link>
      </p>
    </Card>
  );
}
