import "server-only";
import { outcomeAt } from "@/lib/domain/case/outcome";
import { outcomeFacts } from "@/lib/analytics/rows/outcome-facts";
import { readCustomer } from "@/lib/store/cases/read-customer";
import type { CustomerPageModel } from "./customer-page-model";
import { prepareCustomerPage } from "./prepare-customer-page";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** Of a customer with more cases the latest are shown. */
const casesMax = 200;

/**
 * Reads what the Customer page shows.
 * @param asOfUs the instant of the outcomes, microseconds since 1970
 * @returns null where no case within the scope names the customer
 */
export async function loadCustomerPage(
  { path, scope }: SeenWorkspace,
  customerId: string,
  asOfUs: number,
): Promise<CustomerPageModel | null> {
  const reader = workspaceReader(path);
  if (reader === null) return null;
  const { cases, total } = await readCustomer(reader, scope, customerId, casesMax);
  if (total === 0) return null;
  const rows = cases.map((row) => ({ ...row, outcome: outcomeAt(outcomeFacts(row, row), asOfUs) }));
  return prepareCustomerPage({ customerId, cases: rows, total }, asOfUs);
}
