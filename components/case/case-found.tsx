import type { CaseFound } from "@/lib/pages/case/search/case-found";
import { found as words } from "@/lib/pages/case/words/found";
import { MaskedText } from "../ui/masked-text";

/** Why the list that the viewer came from has the case: where its search found what it looked for. */
export function CaseFoundReasons({ found: { reasons } }: { found: CaseFound }) {
  return (
    <section
      aria-labelledby="found"
      className="grid gap-0.5 rounded-card border border-border bg-panel px-4 py-2.5"
    >
      <h2 id="found" className="text-secondary font-semibold">
        {words.title}
      </h2>
      {reasons.map(({ before, place, after, href }) => (
        <p key={before} className="text-secondary text-pretty">
          <MaskedText text={before} />
          {href === null ? (
            place
          ) : (
            <a className="text-link underline" href={href}>
              {place}
            </a>
          )}
          {after}.
        </p>
      ))}
    </section>
  );
}
