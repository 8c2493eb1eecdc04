import Link from "next/link";
import type { AgreementView } from "@/lib/pages/quality/quality-model";
import { MaskedText } from "../ui/masked-text";

type AgreementSectionProps = { agreement: AgreementView };

/** Agreement with an evaluator: figures and disagreements. */
export function AgreementSection({
  agreement: { about, facts, disagreements },
}: AgreementSectionProps) {
  return (
    <section className="grid gap-1" aria-label={about}>
      <h3 className="text-secondary [overflow-wrap:anywhere] text-text-faint">{about}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-secondary">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-text-muted">{name}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {disagreements.length === 0 ? null : (
        <>
          <h4 className="pt-1 text-secondary text-text-muted">Where they disagree most</h4>
          <ul className="grid gap-1 text-secondary" aria-label="Where they disagree most">
            {disagreements.map((each) => (
              <li key={each.key} className="[overflow-wrap:anywhere]">
                <Link className="text-link underline" href={each.href} prefetch={false}>
                  <MaskedText text={each.caseId} />
                </Link>{" "}
                {each.words}
                {each.reason === "" ? null : (
                  <>
                    : <MaskedText text={each.reason} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
