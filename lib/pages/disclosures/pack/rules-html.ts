import { caseDisclosureStates, type CaseDisclosureState } from "@/lib/domain/disclosures/fold-case";
import { disclosureStatusWords } from "@/lib/format/disclosure-words";
import { formatCounted } from "@/lib/format/format";
import { html, type Html } from "@/lib/format/html";
import { channelWords } from "@/lib/format/wording";
import type { CasePackFacts, PackRule } from "./pack-model";
import type { PackTimes } from "./pack-times";

/** Each rule that applied, with its version, source and terms, and its verdict over the case; then the others. */
export function rulesSection({ rules, findings }: CasePackFacts, times: PackTimes): Html {
  const applied = new Set(findings.map(({ rule }) => rule));
  const others = rules.filter(({ rule }) => !applied.has(rule));
  return html`<section>
      <h2>Rules that applied</h2>
      ${applied.size === 0 ? html`<p>None did.</p>` : ""}
      ${rules.filter(({ rule }) => applied.has(rule)).map((rule) => ruleArticle(rule, times))}
    </section>
    ${others.length === 0 ? "" : othersSection(others)}`;
}

function othersSection(rules: readonly PackRule[]): Html {
  return html`<section>
    <h2>Rules that were on and not required</h2>
    <div class="scrolls">
      <table>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Source</th>
            <th scope="col">Why not</th>
          </tr>
        </thead>
        <tbody>
          ${rules.map(
            ({ rule, version, title, source, notRequired }) =>
              html`<tr>
                <td>${title}<br /><span class="small">${rule}, version ${version}</span></td>
                <td>${source}</td>
                <td>${notRequired.map((each) => html`<p>${reasonWords(each)}</p>`)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function reasonWords({ because, contacts }: PackRule["notRequired"][number]): string {
  return `${formatCounted(contacts, "contact")}: ${because}`;
}

/** A rule with its version, source and terms. */
export function ruleArticle(each: PackRule, times: PackTimes): Html {
  const { rule, version, title, origin, published, facts, verdict, notRequired } = each;
  const by =
    published === null ? "" : `, published ${times.second(published.at)} by ${published.by.words}`;
  return html`<article>
    <h3>${title}</h3>
    <p class="small">
      ${rule}, version ${version}, ${origin === "" ? "whose text is not kept" : origin}${by}
    </p>
    ${verdict === null ? "" : html`<p>Over the whole case: ${stateWords(verdict.state)}${channelsOf(verdict)}</p>`}
    ${notRequired.map((reason) => html`<p>Not required in ${reasonWords(reason)}</p>`)}
    <dl class="facts">
      ${facts.map(
        ({ name, words }) =>
          html`<dt>${name}</dt>
            <dd>${words}</dd>`,
      )}
    </dl>
    ${elementsOf(each)}
  </article>`;
}

function stateWords(state: CaseDisclosureState): string {
  return state === caseDisclosureStates[0]
    ? "given on some of its channels, not on others"
    : disclosureStatusWords[state].word;
}

function channelsOf(verdict: NonNullable<PackRule["verdict"]>): string {
  const parts = [
    { words: "given on", channels: verdict.channelsGiven },
    { words: "too late on", channels: verdict.channelsLate },
    { words: "not given as required on", channels: verdict.channelsMissing },
    { words: "not evaluable on", channels: verdict.channelsNotEvaluable },
  ].filter(({ channels }) => channels.length > 0);
  const said = parts.map(
    ({ words, channels }) => `${words} ${channels.map((each) => channelWords[each]).join(", ")}`,
  );
  return said.length === 0 ? "." : `: ${said.join("; ")}.`;
}

function elementsOf({ definition }: PackRule): Html | string {
  if (definition === null || definition.elements.length === 0) return "";
  return html`<p class="small">
    Looked for:
    ${definition.elements.map(
      ({ key, mode, anyOf }, at) =>
        html`${at === 0 ? "" : "; "}${key} (${mode === "meaning" ? "by meaning" : "by pattern"}):
        ${anyOf.join(" | ")}`,
    )}
  </p>`;
}
