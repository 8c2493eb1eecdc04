import type { FigureCard, FindingsModel } from "@/lib/analytics/findings/finding-model";
import { html, linked, type Html } from "@/lib/format/html";
import type { LadderModel, OverviewModel } from "@/lib/pages/overview/overview-model";
import { ladderWords } from "@/lib/pages/overview/words";
import { stackedBar } from "./drawings";
import type { Ask } from "./prepare-asks";
import type { ReportModel } from "./report-model";
import { timeLine } from "./time-line";
import { boardWords } from "./words";

type BoardModel = Pick<ReportModel, "overview" | "findings" | "base"> & {
  readonly asks: readonly Ask[];
  /** "Cases opened 27 Aug 2026 – 24 Nov 2026 · compared with the 90 days before". */
  readonly about: string;
};

/**
 * The first sheet: the sentence, the figures with those before, how cases ended, what stands out, what is asked for.
 * Where too few cases say how they ended, what to send comes first, and what can be said without it follows.
 */
export function boardPage({ overview, findings, base, asks, about }: BoardModel): Html {
  const { lede, figures, ends } = overview;
  const asksSection = asksOf(asks, ends, base);
  const isKnown = ends.kind === "known";
  return html`<header class="board">
    <p class="small">${about}</p>
    <h1><b>${lede.lead}</b> ${lede.rest}</h1>
    ${isKnown ? null : asksSection}
    <ul class="figures">
      ${figures.map((card) => figure(card, base))}
    </ul>
    ${isKnown ? ladderOf(ends.ladder) : null} ${findingsOf(findings, base)}
    ${isKnown ? asksSection : null}
  </header>`;
}

function findingsOf({ lead, items, note }: FindingsModel, base: string | null): Html {
  return html`<section>
    <h2>${boardWords.findings}</h2>
    <p>${lead}</p>
    <ol>
      ${items.map(
        ({ words, basis, size, href }) =>
          html`<li>${linked(words, href, base)} (${[basis, size].filter(Boolean).join("; ")})</li>`,
      )}
    </ol>
    ${note === "" ? null : html`<p class="small">${note}</p>`}
  </section>`;
}

function asksOf(asks: readonly Ask[], ends: OverviewModel["ends"], base: string | null): Html {
  const lead = ends.kind === "known" ? "" : `${ends.evidence.title}:`;
  const note = ends.kind === "known" ? "" : ends.evidence.note;
  const none = asks.length === 0 ? boardWords.noAsks : "";
  return html`<section>
    <h2>${boardWords.asks}</h2>
    ${[lead, none].filter(Boolean).map((words) => html`<p>${words}</p>`)}
    <ol>
      ${asks.map((ask) => html`<li>${ask.words} ${pageOf(ask, base)}</li>`)}
    </ol>
    ${note === "" ? null : html`<p class="small">${note}</p>`}
  </section>`;
}

function pageOf({ page }: Ask, base: string | null): Html | null {
  if (page === null) return null;
  return html`<span class="small">${boardWords.see} ${linked(page.name, page.href, base)}.</span>`;
}

function figure(card: FigureCard, base: string | null): Html {
  const { name, value, interval, basis, verdict, change, detail, doubt, maturity, href } = card;
  const { before, line = null } = card;
  const moved = detail === "" ? change : `${verdict}: ${detail}${doubt}`;
  return html`<li>
    <p>${name}</p>
    <p>
      <span class="value">${linked(value, href, base)}</span>
      ${interval === "" ? null : html`<span class="small">${interval}</span>`}
    </p>
    <p class="small">${basis}</p>
    ${
      before === undefined
        ? null
        : html`<p class="before">
            ${boardWords.before} <b>${before.value}</b> <span class="small">${before.basis}</span>
          </p>`
    }
    ${[moved, maturity].filter(Boolean).map((words) => html`<p class="small">${words}</p>`)}
    ${line === null ? null : timeLine(line)}
  </li>`;
}

function ladderOf({ frame, segments, label, before, leftOut }: LadderModel): Html {
  const apart = leftOut.map(({ words }) => words).join(" · ");
  return html`<section>
    <h2>${frame.title}</h2>
    ${stackedBar(segments, label)}
    ${
      before === null
        ? null
        : html`<p class="small capital">${before.words}</p>
            ${stackedBar(before.segments, before.words)}`
    }
    ${apart === "" ? null : html`<p class="small">${ladderWords.leftOut} ${apart}</p>`}
    ${frame.note === "" ? null : html`<p class="small">${frame.note}</p>`}
  </section>`;
}
