import { html, type Html } from "@/lib/format/html";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { packStyles } from "./pack-styles";
import { checksumHtml, factsBlock, unsealed } from "./pack-seal";

/** What the page of a pack says. */
type PackPage = {
  /** "Case C-7". */
  readonly heading: string;
  readonly lede: string;
  /** Names and words, of what is known. */
  readonly facts: readonly (readonly [name: string, words: string | null])[];
  readonly workspace: WorkspaceName;
  readonly sections: readonly Html[];
};

/** Writes a pack as one HTML page, with places for its checksum and its facts: see `sealPack`. */
export function packPage({ heading, lede, facts, workspace, sections }: PackPage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Evidence pack: ${heading}</title>
        <style>
          ${{ html: packStyles }}
        </style>
      </head>
      <body>
        <header>
          <p class="small">Throughline · evidence pack</p>
          <h1>${heading}</h1>
          <p class="lede">${lede}</p>
          ${factsList(facts)}
          <div class="seal">
            <p>Checksum (SHA-256) of the facts in this file and of this page</p>
            ${checksumHtml(unsealed)}
            <p class="small">
              Check it with <code>throughline verify-pack FILE</code>, and with
              <code>--workspace ${workspace}</code> against the audit as well.
            </p>
          </div>
        </header>
        <main>${sections}</main>
        <footer class="small">
          Findings are what rules read in the words, until somebody reviews them. Personal data was
          masked before it was stored and is not in this file; […] in words, like [phone], stands
          for it, and … for words left out. Rules are as the workspace has them and no legal advice.
        </footer>
        ${factsBlock}
      </body>
    </html> `.html;
}

function factsList(rows: PackPage["facts"]): Html {
  return html`<dl class="facts">
    ${rows.flatMap(([name, value]) =>
      value === null
        ? []
        : [
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
          ],
    )}
  </dl>`;
}
