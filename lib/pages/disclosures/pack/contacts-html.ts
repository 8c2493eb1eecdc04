import { disclosureStatusWords, ruleName } from "@/lib/format/disclosure-words";
import { html, type Html } from "@/lib/format/html";
import { channelWords } from "@/lib/format/wording";
import type { CasePackFacts, PackContact, PackFinding } from "./pack-model";
import type { PackTimes } from "./pack-times";

/** Rules side by side on a sheet. */
const columnsMax = 5;

const agentsWords = {
  ai: "AI",
  human: "human",
  both: "AI and human",
  unknown: "unknown agent",
} as const;

/** The contacts in order, with what became of each rule in them: the case across its channels. */
export function contactsSection(facts: CasePackFacts, times: PackTimes): Html {
  const rules = [...new Set(facts.findings.map(({ rule }) => rule))];
  const groups = Array.from(
    { length: Math.max(1, Math.ceil(rules.length / columnsMax)) },
    (_, at) => rules.slice(at * columnsMax, (at + 1) * columnsMax),
  );
  return html`<section>
    <h2>The case on every channel</h2>
    ${groups.map((group) => contactsTable(facts, group, times))}
  </section>`;
}

function contactsTable(
  { contacts, findings }: CasePackFacts,
  rules: readonly string[],
  times: PackTimes,
): Html {
  return html`<div class="scrolls">
    <table>
      <thead>
        <tr>
          <th scope="col">Contact</th>
          <th scope="col">From, to</th>
          <th scope="col">Who spoke</th>
          ${rules.map((rule) => html`<th scope="col">${ruleName(rule)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${contacts.map(
          (contact) =>
            html`<tr>
              <th scope="row">${contact.number} ${channelWords[contact.channel]}</th>
              <td>${times.second(contact.from)}<br />${times.second(contact.to)}</td>
              <td>
                ${agentsWords[contact.agents]}${releasesOf(contact)}${
                  contact.withoutText === 0
                    ? ""
                    : html`<br />${contact.withoutText} of its spans arrived without text`
                }
              </td>
              ${rules.map((rule) => cellOf(findings, rule, contact.number))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function releasesOf({ releases, prompts }: PackContact): Html | string {
  const names = releases.length > 0 ? releases : prompts;
  return names.length === 0 ? "" : html`<br /><span class="small">${names.join(", ")}</span>`;
}

const signs = { pass: "✓", fail: "✕", warn: "!", none: "?" } as const;

function cellOf(findings: readonly PackFinding[], rule: string, contact: number): Html {
  const found = findings.find((each) => each.rule === rule && each.contact === contact);
  if (found === undefined) return html`<td class="faint">not required</td>`;
  const { tone, word } = disclosureStatusWords[found.status];
  return html`<td><span class="${tone}">${signs[tone]}</span> ${word}</td>`;
}
