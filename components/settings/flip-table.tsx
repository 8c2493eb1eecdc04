import Link from "next/link";
import type { DisclosureFlip, DisclosureFlips } from "@/lib/domain/settings/settings-effect";
import { disclosureStatusWords, ruleName } from "@/lib/format/disclosure-words";
import { formatCount } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import { caseHref } from "@/lib/pages/case/href";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";

/** The verdicts of disclosure rules that a change flips: counts, then contact by contact. */
export function FlipTable({ flips: { total, counts, contacts } }: { flips: DisclosureFlips }) {
  if (total === 0) return null;
  return (
    <>
      <table className="w-full max-w-[640px] border-collapse text-secondary">
        <thead className="text-left text-text-faint">
          <tr className="border-b border-border">
            <th scope="col" className="py-1 pr-3 font-normal">
              Rule
            </th>
            <th scope="col" className="py-1 pr-3 font-normal">
              Channel
            </th>
            <th scope="col" className="py-1 pr-3 font-normal">
              Verdict
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              Contacts
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((each) => (
            <tr
              key={[each.rule, each.channel, each.from, each.to].join(" ")}
              className="border-b border-border last:border-0"
            >
              <td className="py-1 pr-3 [overflow-wrap:anywhere]">{ruleName(each.rule)}</td>
              <td className="py-1 pr-3">{channelWords[each.channel]}</td>
              <td className="py-1 pr-3">
                <Turn flip={each} />
              </td>
              <td className="py-1 text-right tabular-nums">{formatCount(each.contacts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary className="min-h-6 cursor-pointer text-secondary">
          {contacts.length < total
            ? `The first ${formatCount(contacts.length)} of ${formatCount(total)} contacts`
            : "The contacts"}
        </summary>
        <ol className="grid gap-1 pt-1 text-secondary">
          {contacts.map((each) => (
            <li
              key={[each.rule, each.caseId, each.interaction].join(" ")}
              className="flex flex-wrap gap-x-2 [overflow-wrap:anywhere]"
            >
              <Link className="text-link underline" href={caseHref(each.caseId)} prefetch={false}>
                <MaskedText text={each.caseId} />
              </Link>
              <span>
                {channelWords[each.channel]}, <Instant atUs={each.atUs} style="minute" />
              </span>
              <Turn flip={each} />
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function Turn({ flip: { from, to } }: { flip: Pick<DisclosureFlip, "from" | "to"> }) {
  return (
    <span>
      {disclosureStatusWords[from].word} → {disclosureStatusWords[to].word}
    </span>
  );
}
