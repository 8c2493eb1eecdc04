import { formatCounted } from "@/lib/format/format";
import { html, type Html } from "@/lib/format/html";
import type { PackAudit } from "./pack-model";
import type { PackTimes } from "./pack-times";

const hashShown = 12;

/** The audit's rows about something, and the head that anchors the pack. @param what "this case" */
export function auditSection(audit: PackAudit, times: PackTimes, what: string): Html {
  const { extract, head, rows, isUnbroken, leftOut, isBlind } = audit;
  return html`<section>
    <h2>Audit</h2>
    <p>
      When this pack was made,
      ${rows === null ? "the rows of the audit were" : `the audit had ${formatCounted(rows, "row")},`}
      ${
        isUnbroken ? "each as it was written" : html`<b class="fail">not each as it was written</b>`
      }.
      Its head: <code>${head}</code>
    </p>
    ${
      extract === null
        ? html`<p>
            Its rows about ${what} are left out: who made this pack may not read the audit.
          </p>`
        : extract.length === 0 && !isBlind
          ? html`<p>No row is about ${what}.</p>`
          : html`${leftOut === 0 ? "" : html`<p>${formatCounted(leftOut, "earlier row")} about ${what} ${leftOut === 1 ? "is" : "are"} left out.</p>`}
              ${isBlind ? html`<p>What others decided is left out where a second review is asked for and not made yet. Until it is, rows have neither numbers nor hashes, so that nothing tells how often somebody decided.</p>` : ""}
              <div class="scrolls">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">Row</th>
                      <th scope="col">When</th>
                      <th scope="col">Who</th>
                      <th scope="col">What</th>
                      <th scope="col">Values</th>
                      <th scope="col">Hash</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${extract.map(
                      ({ place, at, by, words, before, after }) =>
                        html`<tr>
                          <td>${place?.seq ?? "–"}</td>
                          <td>${times.second(at)}</td>
                          <td>${by.words}</td>
                          <td>${words}</td>
                          <td class="values">
                            ${before === null ? "" : html`before ${before}<br />`}${after ?? ""}
                          </td>
                          <td><code>${place?.hash.slice(0, hashShown) ?? "–"}</code></td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </div>`
    }
  </section>`;
}
