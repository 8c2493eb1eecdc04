import { sentenceCase } from "@/lib/domain/sentence-case";
import { disclosureStatusWords, findingWords, reviewWords } from "@/lib/format/disclosure-words";
import { formatCounted } from "@/lib/format/format";
import { html, type Html } from "@/lib/format/html";
import { channelWords } from "@/lib/format/wording";
import type { CasePackFacts, PackDecision, PackFinding, PackTurn } from "./pack-model";
import type { PackTimes } from "./pack-times";

/** Each finding with its quotes, the words around them and the decisions on it. */
export function findingSections(facts: CasePackFacts, times: PackTimes): Html {
  const titles = new Map(facts.rules.map(({ rule, title }) => [rule, title]));
  return html`<section>
    <h2>Findings</h2>
    ${facts.findings.length === 0 ? html`<p>There is none: no rule applied.</p>` : ""}
    ${facts.findings.map((finding) => findingArticle(finding, titles.get(finding.rule) ?? finding.rule, times))}
  </section>`;
}

/** A finding with its quotes and decisions under a title. */
export function findingArticle(finding: PackFinding, title: string, times: PackTimes): Html {
  const { rule, version, contact, channel, status, review, because, searched } = finding;
  const { tone } = disclosureStatusWords[status];
  return html`<article>
    <h3>${title}</h3>
    <p>
      <b class="${tone}">${sentenceCase(findingWords(status, rule, review))}</b>
      <span class="small">
        · contact ${contact}, ${channelWords[channel]} · rule ${rule}, version ${version}</span
      >
    </p>
    <p>${because}</p>
    ${
      searched === null
        ? ""
        : html`<p class="small">
            Searched: ${formatCounted(searched.messages, "message")}, ${times.second(searched.from)}
            to ${times.clock(searched.to)}
          </p>`
    }
    ${finding.turns.map((turn) => turnQuote(turn, times))}
    ${
      finding.turnsLeftOut === 0
        ? ""
        : html`<p class="small">
            ${formatCounted(finding.turnsLeftOut, "more message")} of the searched window
            ${finding.turnsLeftOut === 1 ? "is" : "are"} not printed.
          </p>`
    }
    ${decisionList(finding.decisions, times)}
  </article>`;
}

function turnQuote({ at, who, label, words }: PackTurn, times: PackTimes): Html {
  const said = words.map(({ text, isQuoted }) => (isQuoted ? html`<mark>${text}</mark>` : text));
  return html`<blockquote>
    <p class="small">${label} · ${who} · ${times.second(at)}</p>
    <p class="words">${said}</p>
  </blockquote>`;
}

/** The decisions on a finding. */
export function decisionList(decisions: readonly PackDecision[], times: PackTimes): Html {
  if (decisions.length === 0) return html`<p class="small">Nobody has reviewed it.</p>`;
  return html`<ul>
    ${decisions.map(
      ({ at, by, decision, basis, version, status }) =>
        html`<li>
          <b>${sentenceCase(reviewWords[decision])}</b> by ${by.words}, ${times.second(at)}, on
          “${disclosureStatusWords[status].word}” of version
          ${version}${basis === "" ? "" : html`<br />Basis: ${basis}`}
        </li>`,
    )}
  </ul>`;
}
