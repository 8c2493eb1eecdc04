import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { disclosureStatusWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { formatCounted } from "@/lib/format/format";
import { html, type Html } from "@/lib/format/html";
import { channelWords } from "@/lib/format/wording";
import { auditSection } from "./audit-html";
import { findingSections } from "./findings-html";
import type { CasePackFacts } from "./pack-model";
import { createPackTimes, type PackTimes } from "./pack-times";
import { packPage } from "./pack-page";
import { rulesSection } from "./rules-html";
import { contactsSection } from "./contacts-html";

/** Writes the evidence pack of a case: see `packPage`. */
export function casePackHtml(facts: CasePackFacts): string {
  const times = createPackTimes(facts.timeZone);
  return packPage({
    heading: `Case ${facts.case.id}`,
    lede: ledeOf(facts),
    facts: factRows(facts, times),
    workspace: facts.workspace,
    sections: [
      contactsSection(facts, times),
      notEvaluableSection(facts),
      timelineSection(facts, times),
      findingSections(facts, times),
      rulesSection(facts, times),
      auditSection(facts.audit, times, "this case"),
    ],
  });
}

/** "3 findings of 2 rules in 4 contacts: 2 given, 1 not found and not reviewed." */
function ledeOf({ counts, findings }: CasePackFacts): string {
  const where = formatCounted(counts.contacts, "contact");
  if (findings.length === 0) return `No rule applied in its ${where}.`;
  const by = requiredStatuses.flatMap((status) => {
    const count = counts.byStatus[status] ?? 0;
    return count === 0 ? [] : [`${String(count)} ${disclosureStatusWords[status].word}`];
  });
  const open = counts.byReview.open ?? 0;
  return `${formatCounted(counts.rules, "rule")} applied in its ${where}: ${by.join(", ")}; ${open === 0 ? "all reviewed" : `${String(open)} of ${String(findings.length)} not reviewed`}.`;
}

function factRows(
  facts: CasePackFacts,
  times: PackTimes,
): readonly (readonly [string, string | null])[] {
  const { case: about } = facts;
  return [
    ["Made", `${times.second(facts.madeAt)}, by ${facts.madeBy.words}`],
    ["Workspace", facts.workspace],
    ["Contains", `one case, with every rule that was on`],
    ["Days and times", facts.timeZone],
    ["Customer", about.customer],
    ["Case type", about.type],
    ["Intent", about.intent],
    ["Risk", about.risk],
    ["Region", about.region ?? "not known"],
    ["Teams", about.teams.length === 0 ? null : about.teams.join(", ")],
    ["Opened", about.opened === null ? null : times.second(about.opened)],
    ["Last contact", about.lastContact === null ? null : times.second(about.lastContact)],
    ["Closed", about.closed === null ? "not closed" : times.second(about.closed)],
    ["Merged into", about.mergedInto],
    [
      "Messages",
      `${formatCounted(facts.counts.messages, "message")} in ${formatCounted(facts.counts.contacts, "contact")}`,
    ],
    ["Decisions", decisionCounts(facts)],
    ["Audit’s head", facts.audit.head],
  ];
}

function decisionCounts({ counts }: CasePackFacts): string | null {
  const by = Object.entries(counts.byReview).map(
    ([review, count]) => `${String(count)} ${reviewWords[review as keyof typeof reviewWords]}`,
  );
  return by.length === 0 ? null : by.join(", ");
}

function notEvaluableSection({ findings }: CasePackFacts): Html {
  const open = findings.filter(({ status }) => status === "not_evaluable");
  return html`<section>
    <h2>Not evaluable</h2>
    ${
      open.length === 0
        ? html`<p>Every rule that applied could be evaluated.</p>`
        : html`<ul>
            ${open.map(
              ({ rule, contact, channel, because }) =>
                html`<li>
                  Contact ${contact}, ${channelWords[channel]}, ${ruleName(rule)}: ${because}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function timelineSection({ timeline }: CasePackFacts, times: PackTimes): Html {
  return html`<section>
    <h2>Timeline</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Contact</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        ${timeline.map(
          ({ at, contact, channel, words }) =>
            html`<tr>
              <td class="whole">${times.second(at)}</td>
              <td>
                ${contact === null || channel === null ? "case" : `${String(contact)} ${channelWords[channel]}`}
              </td>
              <td>${words}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
