import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { disclosureStatusWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { formatCounted } from "@/lib/format/format";
import { html, type Html } from "@/lib/format/html";
import { channelWords } from "@/lib/format/wording";
import { auditSection } from "./audit-html";
import { findingSections } from "./findings-html";
import type { CasePackFacts } from "./pack-model";
import { createPackTimes, type PackTimes } from "./pack-times";
import { packStyles } from "./pack-styles";
import { checksumHtml, factsBlock, unsealed } from "./pack-seal";
import { rulesSection } from "./rules-html";
import { contactsSection } from "./contacts-html";

/** Writes the evidence pack of a case as one HTML page, with places for its checksum and its facts: see `sealPack`. */
export function casePackHtml(facts: CasePackFacts): string {
  const times = createPackTimes(facts.timeZone);
  const title = `Evidence pack of case ${facts.case.id}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${{ html: packStyles }}
        </style>
      </head>
      <body>
        <header>
          <p class="small">Throughline · evidence pack</p>
          <h1>Case ${facts.case.id}</h1>
          <p class="lede">${ledeOf(facts)}</p>
          ${factsList(factRows(facts, times))}
          <div class="seal">
            <p>Checksum (SHA-256) of the facts in this file and of this page</p>
            ${checksumHtml(unsealed)}
            <p class="small">
              Check it with <code>throughline verify-pack FILE</code>, and with
              <code>--workspace ${facts.workspace}</code> against the audit as well.
            </p>
          </div>
        </header>
        <main>
          ${contactsSection(facts, times)} ${notEvaluableSection(facts)}
          ${timelineSection(facts, times)} ${findingSections(facts, times)}
          ${rulesSection(facts, times)} ${auditSection(facts, times)}
        </main>
        <footer class="small">
          Findings are what rules read in the words, until somebody reviews them. Personal data was
          masked before it was stored and is not in this file; […] in words, like [phone], stands
          for it, and … for words left out. Rules are as the workspace has them and no legal advice.
        </footer>
        ${factsBlock}
      </body>
    </html> `.html;
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

function factRows(facts: CasePackFacts, times: PackTimes): readonly (readonly [string, string])[] {
  const { case: about } = facts;
  const known: readonly (readonly [string, string | null])[] = [
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
  return known.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

function decisionCounts({ counts }: CasePackFacts): string | null {
  const by = Object.entries(counts.byReview).map(
    ([review, count]) => `${String(count)} ${reviewWords[review as keyof typeof reviewWords]}`,
  );
  return by.length === 0 ? null : by.join(", ");
}

function factsList(rows: readonly (readonly [string, string])[]): Html {
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
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
