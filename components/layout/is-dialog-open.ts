/**
 * Whether somebody is at a dialog. Reading the page again leaves it as it is, but where the server was updated it loads
 * the page anew, and what was typed is lost.
 */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}
