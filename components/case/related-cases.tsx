import Link from "next/link";
import type { RelatedCaseView } from "@/lib/pages/case/case-around-model";
import { MaskedText } from "@/components/ui/masked-text";
import { relatedCases as leads } from "@/lib/pages/case/words/around";

/** Related cases: the predecessor, the follow-up, the case this one was merged into. */
export function RelatedCases({ related }: { related: readonly RelatedCaseView[] }) {
  return (["before", "after", "merged-into"] as const).map((is) => {
    const cases = related.filter((each) => each.is === is);
    return cases.length === 0 ? null : (
      <div key={is} className="flex flex-wrap gap-x-3 gap-y-1">
        <span className="font-semibold">{leads[is]}</span>
        <ul className="flex min-w-0 flex-wrap gap-x-3 gap-y-1">
          {cases.map(({ caseId, words, href }) => (
            <li key={caseId} className="min-w-0">
              <Link
                className="font-mono text-link [overflow-wrap:anywhere] hover:underline"
                href={href}
                prefetch={false}
              >
                <MaskedText text={caseId} />
              </Link>{" "}
              <span className="text-text-muted">{words}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
