import { sampleParts, undecidedIn, type SampleTally } from "@/lib/domain/quality/review-sample";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { disclosureStatusWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { html, type Html } from "@/lib/format/html";
import { channelWords } from "@/lib/format/wording";
import {
  estimateWords,
  outcomeWords,
  partsWords,
  periodWords,
  progressWords,
  shownOutcomes,
  sizeOf,
  tallyWords,
} from "../samples/sample-words";
import { partWords } from "../samples/samples-model";
import { auditSection } from "./audit-html";
import { decisionList, findingArticle } from "./findings-html";
import { packPage } from "./pack-page";
import { createPackTimes, type PackTimes } from "./pack-times";
import { ruleArticle } from "./rules-html";
import type { PackSampled, PackSignOff, SamplePackFacts } from "./sample-pack-model";

/** Writes the evidence pack of a sample: see `packPage`. */
export function samplePackHtml(facts: SamplePackFacts): string {
  const { sample, tally, findings, rules, audit } = facts;
  const times = createPackTimes(facts.timeZone);
  return packPage({
    heading: `Review sample ${String(sample.id)}`,
    lede: ledeOf(tally),
    facts: factRows(facts, times),
    workspace: facts.workspace,
    sections: [
      outcomesSection(facts),
      signOffsSection(facts, times),
      findingsTable(findings, times),
      html`<section>
        <h2>Evidence</h2>
        ${findings.map((each) => evidenceOf(each, times))}
      </section>`,
      html`<section>
        <h2>Rules</h2>
        ${rules.map((rule) => ruleArticle(rule, times))}
      </section>`,
      auditSection(audit, times, "this sample and decisions on its findings"),
    ],
  });
}

function ledeOf(tally: SampleTally): string {
  const size = sizeOf(tally);
  return undecidedIn(tally) === size
    ? `${formatCounted(size, "finding")}, none decided.`
    : `${tallyWords(tally)}.`;
}

function factRows(
  {
    madeAt,
    madeBy,
    workspace,
    timeZone,
    sample,
    tally,
    findings,
    signOffs,
    audit,
  }: SamplePackFacts,
  times: PackTimes,
): readonly (readonly [string, string | null])[] {
  const cases = new Set(findings.map((each) => each.case)).size;
  return [
    ["Made", `${times.second(madeAt)}, by ${madeBy.words}`],
    ["Workspace", workspace],
    [
      "Contains",
      `one sample of findings: ${partsWords(tally)}, in ${formatCounted(cases, "case")}`,
    ],
    ["Drawn", `${times.second(sample.drawnAt)}, by ${sample.drawnBy.words}`],
    ["Drawn from", sample.drawnFrom],
    ["Filter", sample.query === "" ? null : sample.query],
    ["Findings when drawn", `${formatCount(sample.population)} that could be evaluated`],
    ["Seed", String(sample.seed)],
    ["Decided", progressWords(tally).replace(" decided", "")],
    ["Signed off", signOffs.length === 0 ? "no" : `by ${signOffs[0]?.by.words ?? ""}`],
    ["Days and times", timeZone],
    ["Audit’s head", audit.head],
  ];
}

function outcomesSection({ tally, sample, rate, agreement }: SamplePackFacts): Html {
  return html`<section>
    <h2>What the review says</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Part</th>
          ${shownOutcomes(tally).map((outcome) => html`<th scope="col">${outcomeWords[outcome]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${sampleParts.map(
          (part) =>
            html`<tr>
              <th scope="row">${partWords[part]}</th>
              ${shownOutcomes(tally).map((outcome) => html`<td>${formatCount(tally[part][outcome])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p>
      ${estimateWords(tally, sample.population)}${rate === null ? "" : " The interval is Wilson’s, 95 %."}
    </p>
    ${agreement === "" ? "" : html`<p>${agreement}</p>`}
  </section>`;
}

function signOffsSection({ signOffs, isChangedSince }: SamplePackFacts, times: PackTimes): Html {
  return html`<section>
    <h2>Sign-offs</h2>
    ${signOffs.length === 0 ? html`<p>Nobody has signed it off.</p>` : ""}
    ${isChangedSince ? html`<p><b class="warn">Decisions or findings changed since it was signed off.</b></p>` : ""}
    <ul>
      ${signOffs.map((each, at) => signOffItem(each, at === 0, times))}
    </ul>
  </section>`;
}

function signOffItem(
  { at, by, counts, period, versions, note }: PackSignOff,
  isLatest: boolean,
  times: PackTimes,
): Html {
  return html`<li>
    <b>Signed off</b> by ${by.words},
    ${times.second(at)}${isLatest ? "" : ", replaced by a later one"} <br />${counts}.
    <br />${period === null ? "" : html`${periodWords(period, "then")} <br />`}<span class="small"
      >${versions.map(({ rule, version, findings }, index) => html`${index === 0 ? "" : ", "}${rule} version ${version} (${findings})`)}</span
    >
    ${note === "" ? "" : html`<br />${note}`}
  </li>`;
}

function findingsTable(findings: readonly PackSampled[], times: PackTimes): Html {
  return html`<section>
    <h2>Findings as they were drawn</h2>
    <div class="scrolls">
      <table>
        <thead>
          <tr>
            ${columns.map((words) => html`<th scope="col">${words}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${findings.map(
            ({ number, part, case: id, channel, contactAt, rule, version, status, ...each }) =>
              html`<tr>
                <td>${number}</td>
                <td>${partWords[part]}</td>
                <th scope="row">${id}</th>
                <td>${channelWords[channel]}<br />${times.second(contactAt)}</td>
                <td>${ruleName(rule)}, version ${version}</td>
                <td>${disclosureStatusWords[status].word}</td>
                <td>${decisionOf(each)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

const columns = ["No.", "Part", "Case", "Contact", "Rule", "Found", "Decision"];

function decisionOf({ outcome, decisions }: Pick<PackSampled, "outcome" | "decisions">): string {
  const [latest] = decisions;
  return latest === undefined
    ? outcomeWords[outcome]
    : `${sentenceCase(reviewWords[latest.decision])}: ${outcomeWords[outcome]}`;
}

function evidenceOf(sampled: PackSampled, times: PackTimes): Html {
  const { number, now, decisions, rule, second } = sampled;
  const title = `${String(number)}. Case ${sampled.case}: ${ruleName(rule)}`;
  const other =
    second === null
      ? html``
      : html`<div class="second">
          <p class="small">Second review, without the first decision:</p>
          ${decisionList([second], times)}
        </div>`;
  if (now !== null) return html`${findingArticle(now, title, times)}${other}`;
  return html`<article>
      <h3>${title}</h3>
      <p>
        This finding is gone: the rule is off or no longer requires it there, or the contact was
        removed.
      </p>
      ${decisionList(decisions, times)}
    </article>
    ${other}`;
}
